"""What curators do in a browser, left to right and right to left; what visitors never see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest
from tests.browser import chromium, needs_browser, playwright
from tests.site.conftest import PASSWORD, Site, riwayat, serving

pytestmark = needs_browser

OUTLET = "Orontes Observer"
PRIVATE = "Salma Darwish"


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of its own: what is corrected here is seen nowhere else."""
    with serving(tmp_path_factory.mktemp("mended") / "home") as served:
        riwayat(served.home, "curator", "ratna", "--admin", RIWAYAT_PASSWORD=PASSWORD)
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(params=["en", "ar"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: playwright.Browser, mended: Site, language: str) -> Iterator[playwright.Page]:
    """A curator's browser, without scripts of the site where it need not have them."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    shown = context.new_page()
    shown.goto(f"{mended.address}/{language}/sign-in?next=/{language}/corrections")
    shown.locator("input[name=username]").fill("ratna")
    shown.locator("input[name=password]").fill(PASSWORD)
    shown.locator("main button").click()
    assert shown.url.endswith(f"/{language}/corrections")
    yield shown
    context.close()


def _submit(page: playwright.Page, form: str, because: str) -> None:
    chosen = page.locator(form)
    chosen.locator("input[name=because]").fill(because)
    chosen.locator("button").click()
    assert page.locator(".wrong[role=alert]").count() == 0, page.locator(
        ".wrong[role=alert]"
    ).all_inner_texts()
    assert page.locator("main > .note[role=status]").count() == 1


def _undo_all(page: playwright.Page, mended: Site, language: str) -> None:
    page.goto(f"{mended.address}/{language}/corrections")
    while page.locator("table form button").count():
        page.locator("table form button").first.click()


@pytest.fixture
def undone(page: playwright.Page, mended: Site, language: str) -> Iterator[None]:
    yield
    with suppress(playwright.Error):
        _undo_all(page, mended, language)


pytestmark = [pytestmark, pytest.mark.usefixtures("undone")]


def test_two_reports_of_a_happening_are_said_to_be_of_two_and_it_is_undone(
    mended: Site, page: playwright.Page, language: str
) -> None:
    happening = mended.happening()
    before = mended.get(f"/{language}/{happening}").text
    page.goto(f"{mended.address}/{language}/{happening}")
    page.locator(".curate a").click()
    form = "form:has(input[value=part])"
    page.locator(f"{form} input[name=account]").last.check()
    _submit(page, form, "two nights")
    assert _reports(mended, language, happening) == 6
    page.goto(f"{mended.address}/{language}/corrections")
    assert "two nights" in page.locator("main").inner_text()
    page.locator("table form button").first.click()
    assert mended.get(f"/{language}/{happening}").text == before


def _reports(mended: Site, language: str, happening: str) -> int:
    found = mended.get(f"/api/happenings/{happening.rpartition('/')[2]}").json()
    return len(found["reports"])


def test_a_place_is_corrected_and_everybody_sees_that_it_was(
    mended: Site, page: playwright.Page, language: str
) -> None:
    happening = mended.happening()
    page.goto(f"{mended.address}/{language}/{happening}")
    page.locator(".curate a").click()
    page.locator("a[href*='correct/event']").first.click()
    page.locator("input[name=place]").fill("Darkush")
    page.locator("input[name=everywhere]").check()
    page.locator("input[name=because]").fill("the camp")
    page.locator("form.correct > button").click()
    assert "170865" in page.locator(".wrong").inner_text(), "there are two places of this name"
    page.locator("select[name=which]").select_option("170865")
    page.locator("input[name=everywhere]").check()
    _submit(page, "form.correct", "the camp")
    told = mended.get(f"/api/{happening.replace('happening', 'happenings')}").json()
    assert (told["place"], told["where"]["geonames"]) == ("Darkush", 170865)
    assert {one["because"] for one in told["corrected"]} == {"the camp"}
    visitor = mended.get(f"/{language}/{happening}").text
    assert "the camp" in visitor and "ratna" in visitor
    assert "correct/" not in visitor and "csrfmiddlewaretoken" not in visitor


def test_a_chain_is_corrected(mended: Site, page: playwright.Page, language: str) -> None:
    page.goto(f"{mended.address}/{language}/{mended.report(OUTLET)}")
    page.locator(".curate a").click()
    page.locator("a[href*='correct/chain']").nth(1).click()
    empty = page.locator("fieldset.link").nth(2)
    assert empty.locator("select[name=kind]").input_value() == ""
    empty.locator("select[name=kind]").select_option("witness")
    empty.locator("input[name=name]").fill("a shopkeeper")
    _submit(page, "form.correct", "he saw it")
    assert "a shopkeeper" in page.locator(".chains").inner_text()
    assert "he saw it" in page.locator("main").inner_text()


def test_a_person_is_unmasked_and_masked_again(mended: Site, page: playwright.Page, language: str) -> None:
    report = mended.report(OUTLET)
    assert PRIVATE not in mended.get(f"/{language}/{report}").text
    page.goto(f"{mended.address}/{language}/{report}")
    page.locator(".curate a").click()
    page.get_by_role("link", name=PRIVATE, exact=True).click()
    form = "form:has(option[value=mask])"
    page.locator(f"{form} select[name=what]").select_option("unmask")
    _submit(page, form, "she speaks for the village council")
    assert _named_anywhere(mended, language, report)
    page.goto(f"{mended.address}/{language}/corrections")
    page.locator("table form button").first.click()
    assert not _named_anywhere(mended, language, report), "at once, although masks are kept at hand"


def _named_anywhere(mended: Site, language: str, report: str) -> bool:
    """Whether a visitor can read the private name."""
    pages = [report, mended.happening(), f"actor/{PRIVATE}", ""]
    return any(PRIVATE in re.sub(r"<[^>]+>", "", mended.get(f"/{language}/{path}").text) for path in pages)


def test_a_report_is_removed_and_the_page_says_before_what_undo_can_do(
    mended: Site, page: playwright.Page, language: str
) -> None:
    riwayat(mended.home, "add", "--jobs", "1", _extra(mended, language))
    found = mended.get("/api/reports", search="zzremovable").json()["items"]
    key = found[0]["id"].removeprefix("sha256:")[:12]
    page.goto(f"{mended.address}/{language}/correct/report/{key}")
    form = page.locator("form:has(input[name=sure])")
    form.locator("input[name=sure]").check()
    _submit(page, "form:has(input[name=sure])", "the outlet asked")
    assert mended.get(f"/{language}/report/{key}").status_code == 404
    page.goto(f"{mended.address}/{language}/corrections")
    page.locator("table form button").first.click()
    assert page.locator("main > .note").count() == 2, "that it must be added again"


def _extra(mended: Site, language: str) -> str:
    path = mended.home / f"extra-{language}.txt"
    told = f"Zzremovable {language} was shelled on Sunday, a witness said."
    text = f"Monday, 7 March 2022\n\nORONTES OBSERVER, Idlib – {told}"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_axe_finds_nothing_wrong_with_the_forms(
    mended: Site, page: playwright.Page, browser: playwright.Browser, language: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    riwayat(mended.home, "correct", "name", "Salma Darwish", "--to", "S. Darwish", "--because", "shorter")
    happening, report = mended.happening().rpartition("/")[2], mended.report(OUTLET).rpartition("/")[2]
    for width in (360, 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            bypass_csp=True,
            storage_state=page.context.storage_state(),
        )
        shown = context.new_page()
        addresses = [
            "corrections",
            f"correct/happening/{happening}",
            f"correct/report/{report}",
            f"report/{report}",
        ]
        shown.goto(f"{mended.address}/{language}/correct/happening/{happening}")
        addresses.append(_path(shown.locator("a[href*='correct/event']").first, language))
        shown.goto(f"{mended.address}/{language}/correct/report/{report}")
        addresses.append(_path(shown.locator("a[href*='correct/chain']").first, language))
        addresses.append(f"correct/name?kind=person&name=S. Darwish&report={report}")
        for path in addresses:
            shown.goto(f"{mended.address}/{language}/{path}")
            found = axe.run(shown, options=rules)
            told = [
                (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
                for one in found.response["violations"]
            ]
            assert told == [], path
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, path
        context.close()


def _path(link: playwright.Locator, language: str) -> str:
    return str(link.get_attribute("href")).removeprefix(f"/{language}/")


def test_visitors_are_sent_to_sign_in_and_forged_forms_are_refused(
    mended: Site, page: playwright.Page, language: str
) -> None:
    happening, report = mended.happening().rpartition("/")[2], mended.report(OUTLET).rpartition("/")[2]
    paths = [
        "corrections",
        f"correct/happening/{happening}",
        f"correct/report/{report}",
        f"correct/chain/{report}/0",
        f"correct/name?name={PRIVATE}",
    ]
    for path in paths:
        answer = httpx.get(f"{mended.address}/{language}/{path}")
        assert answer.status_code == 302 and "/sign-in" in answer.headers["location"], path
        assert PRIVATE not in answer.text
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    forged = httpx.post(f"{mended.address}/{language}/correct/happening/{happening}", cookies=cookies)
    assert forged.status_code == 403
    wrong = page.request.post(f"{mended.address}/{language}/corrections/99999/undo")
    assert wrong.status == 403


def test_the_administration_shows_tables_to_those_who_may_and_changes_none(
    mended: Site, page: playwright.Page, language: str
) -> None:
    page.goto(f"{mended.address}/admin/")
    assert page.locator("#site-name").count() == 1
    for table in ("correction", "report", "outlet", "page", "feed", "failure", "tombstone"):
        answer = page.goto(f"{mended.address}/admin/store/{table}/")
        assert answer is not None and answer.status == 200
        assert page.locator("#content .addlink").count() == 0
    page.goto(f"{mended.address}/admin/store/report/")
    page.locator("#result_list a").first.click()
    assert page.locator("input[name=_save]").count() == 0
    styles = page.locator("link[rel=stylesheet]").first.get_attribute("href")
    assert page.request.get(f"{mended.address}{styles}").status == 200
    assert httpx.get(f"{mended.address}/admin/").status_code == 302
