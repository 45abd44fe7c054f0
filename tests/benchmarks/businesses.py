"""Draws names and addresses of businesses, some of which are called after people."""

import random

from tests.benchmarks import people

Draw = random.Random
FIRMS = (
    "Heating",
    "Roofing LLC",
    "Construction Inc",
    "Tile & Stone",
    "Fence Co",
    "Design Build",
    "Concrete",
    "Enterprises",
    "Electric LLC",
    "& Associates PC",
    "Holdings LLC",
    "Foods Inc",
    "Trucking",
    "Family Dentistry",
    "Property Management",
)
EATERIES = (
    "Taqueria",
    "Noodle House",
    "Pizzeria",
    "Bar & Grill",
    "Coffee Roasters",
    "Bistro",
    "Food Cart",
    "Donuts",
    "Teahouse",
    "Ramen",
    "Diner",
    "Pho",
    "BBQ",
    "Bagels",
)


def firm(draw: Draw) -> str:
    return f"{people.last(draw)} {draw.choice(FIRMS)}"


def eatery(draw: Draw) -> str:
    owner = draw.choice((people.first(draw), people.last(draw), "Lucky", "Golden", "Rose City"))
    return f"{owner}'s {draw.choice(EATERIES)}"


def namesake(draw: Draw) -> str:
    """Return a business that is called after people, as many small ones are."""
    given, family, other = people.first(draw), people.last(draw), people.last(draw)
    trade = draw.choice(("Salon", "Towing", "Auto Body", "Catering", "Nursery", "Studios", "Market", "Farms", "Bakery"))
    ways = (f"{given} {family} {trade}", f"{family} & {other} LLP", f"Law Office of {given} {family}", f"{family} and Sons",
            f"{family} Bros {trade}", f"{given}'s {trade}", f"{family} {other} Architects", f"{given} {family} LLC",
            f"{given} {family} DBA {family} {trade}", f"{family.upper()} {trade.upper()} CO")
    return draw.choice(ways)


def firm_email(draw: Draw) -> str:
    """Return the address of somebody at a business."""
    given, family = people.first(draw, "Anglo").lower(), people.last(draw, "Anglo").lower()
    trade = draw.choice(("towing", "roofing", "designs", "catering", "law", "homes", "electric"))
    return f"{draw.choice((given, given[0] + family, f'{given}.{family}'))}@{people.last(draw, 'Anglo').lower()}{trade}.com"
