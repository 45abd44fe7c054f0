"""gateways/targets."""
