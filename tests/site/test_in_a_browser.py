"""The site in a real browser: left to right and right to left, by pointer and by keyboard, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from tests.browser import chromium, needs_browser, playwright
from tests.site.conftest import PASSWORD, Site

pytestmark = needs_browser

_WIDTHS = {"phone": 360, "tablet": 800, "desk": 1280, "wide": 2200}


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: playwright.Browser) -> Iterator[Callable[..., playwright.Page]]:
    """Opens pages; what the browser complains about fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(address: str, *, width: int = 1280, **more: object) -> playwright.Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        shown = context.new_page()
        shown.on(
            "console",
            lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.goto(address)
        shown.wait_for_load_state("networkidle")
        return shown

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _paths(site: Site) -> list[str]:
    return [
        "",
        site.happening(),
        site.report("Orontes Observer"),
        "actor/لواء السروة",
        "outlet/1",
        "place/Darkush",
        "sign-in",
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", list(_WIDTHS))
def test_no_page_is_wider_than_the_screen(site: Site, page: Callable, language: str, width: str) -> None:
    shown = page(f"{site.address}/{language}/", width=_WIDTHS[width])
    for path in _paths(site):
        shown.goto(f"{site.address}/{language}/{path}")
        assert shown.evaluate("document.documentElement.scrollWidth") <= _WIDTHS[width], path


@pytest.mark.parametrize("language", ["en", "id", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(site: Site, page: Callable, language: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    # axe is put into the page as an inline script, which the pages' own policy rightly refuses
    shown = page(f"{site.address}/{language}/", color_scheme=scheme, bypass_csp=True)
    for path in _paths(site):
        shown.goto(f"{site.address}/{language}/{path}")
        shown.wait_for_load_state("networkidle")
        found = axe.run(shown, options=rules)
        told = [
            (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
            for one in found.response["violations"]
        ]
        assert told == [], path


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_line_of_the_picture_opens_the_words_it_rests_on(site: Site, page: Callable, language: str) -> None:
    shown = page(f"{site.address}/{language}/{site.happening()}")
    handle = shown.locator(".handle").first
    words = shown.locator(f"#{handle.get_attribute('popovertarget')}")
    assert not words.is_visible()
    handle.click()
    assert words.is_visible()
    quotation = words.locator("q").first
    assert (quotation.get_attribute("lang"), quotation.get_attribute("dir")) == ("ar", "rtl")
    assert "قال" in words.locator("mark").all_inner_texts()
    shown.keyboard.press("Escape")
    assert not words.is_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_picture_begins_with_the_origins_where_the_language_begins(
    site: Site, page: Callable, language: str
) -> None:
    shown = page(f"{site.address}/{language}/{site.happening()}")
    origin, report = (
        shown.locator(".box.origin").first.bounding_box(),
        shown.locator(".box.report").first.bounding_box(),
    )
    assert (origin["x"] < report["x"]) == (language == "en")


def test_lines_that_hang_together_are_lit(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/{site.happening()}")
    shown.locator(".handle").first.focus()
    lit = shown.locator(".canvas path.on")
    assert 0 < lit.count() < shown.locator(".canvas path").count()
    tones = {
        re.findall(r"\bt\d", value)[0]
        for value in lit.evaluate_all("all => all.map(one => one.getAttribute('class'))")
    }
    assert tones == {"t1"}


def test_the_keyboard_reaches_the_words(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/{site.happening()}")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    for _ in range(60):
        shown.keyboard.press("Tab")
        if shown.evaluate("document.activeElement.classList.contains('handle')"):
            break
    shown.keyboard.press("Enter")
    assert shown.locator(".words:popover-open").count() == 1


def test_on_a_phone_the_lines_are_a_list(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/{site.happening()}", width=360)
    assert not shown.locator(".picture").is_visible()
    shown.locator(".links button").first.click()
    assert shown.locator(".words:popover-open").count() == 1


def test_filters_change_the_list_the_address_and_the_map_without_a_new_page(
    site: Site, page: Callable
) -> None:
    shown = page(f"{site.address}/en/")
    shown.evaluate("window.same = true")
    before = shown.locator(".entry").count()
    with shown.expect_response(lambda answer: "points.json" in answer.url and "CONSULT" in answer.url):
        shown.select_option("select[name=type]", "CONSULT")
    assert shown.evaluate("window.same")
    assert 0 < shown.locator(".entry").count() < before
    assert "type=CONSULT" in shown.url
    shown.go_back()
    shown.wait_for_function("n => document.querySelectorAll('.entry').length === n", arg=before)


def test_the_map_leads_to_what_happened_there(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/place/Darkush")
    shown.locator("#map path.leaflet-interactive").first.click()
    shown.locator(".leaflet-popup a[href*=happening]").first.click()
    assert shown.locator(".happening h1").is_visible()


def test_without_scripts_everything_can_be_read(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/?type=ASSAULT", java_script_enabled=False)
    shown.locator(".entry h3 a").click()
    shown.locator(".handle").first.click()
    assert shown.locator(".words:popover-open").count() == 1


def test_a_curator_reads_the_full_text_and_names(site: Site, curator: str, page: Callable) -> None:
    path = f"{site.address}/en/{site.report('Orontes Observer')}"
    shown = page(path)
    shown.get_by_role("link", name="Sign in").click()
    shown.get_by_label("Name").fill(curator)
    shown.get_by_label("Password").fill(PASSWORD)
    shown.locator("main").get_by_role("button", name="Sign in").click()
    assert shown.url == path
    assert "Salma Darwish, a widow who lives near the checkpoint" in shown.locator(".text").inner_text()
    shown.locator(".st").first.hover()
    assert shown.locator(".chains li.lit").count() == 1
    shown.get_by_role("button", name="Sign out").click()
    assert "Salma" not in shown.content()


def test_a_happening_prints_with_its_words(site: Site, page: Callable) -> None:
    shown = page(f"{site.address}/en/{site.happening()}")
    shown.emulate_media(media="print")
    assert shown.locator(".words").first.is_visible()
    assert not shown.locator(".top").is_visible()
