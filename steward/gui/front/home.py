"""Home: what needs me first."""

from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say


class Home(PageView):
    """What needs the person first, drafts, published datasets, and the way to start."""


def build(session: Session) -> PageView:
    """Return the page."""
    return Home(session, title=say("Home"))


PAGE = Page(order=10, name="home", title=say("Home"), icon="home", build=build)
