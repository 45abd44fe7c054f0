"""The record the program requires, its profile, suggestions and exports."""
