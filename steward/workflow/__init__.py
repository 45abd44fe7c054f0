"""Pure rules: the draft, the states of a submission, who may do what, and what each step still needs."""
