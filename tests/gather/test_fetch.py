from __future__ import annotations

import gzip
import time
from ipaddress import ip_address

import pytest

from riwayat.errors import FetchError
from riwayat.gather.addresses import Address, is_public
from riwayat.gather.fetch import Fetcher, Limits

from .local_site import LOOPBACK, Answer, Clock, RealClock, fetcher_for, serving

PAGE = Answer(b"<p>Warga memblokir jalan.</p>")
PLAIN = {"Content-Type": "text/plain"}


def robots(text: str) -> Answer:
    return Answer(text.encode(), headers=PLAIN)


def test_a_page_comes_with_address_kind_and_encoding() -> None:
    with serving({"/a": PAGE}) as site, fetcher_for(site) as fetcher:
        page = fetcher.page(site.url("/a#atas"))
    assert page.data == PAGE.body
    assert page.url == site.url("/a")
    assert (page.media_type, page.charset) == ("text/html", "utf-8")


def test_the_fetcher_names_itself_and_its_contact() -> None:
    with serving({"/a": PAGE}) as site, fetcher_for(site, contact="mailto:kami@berita.example") as fetcher:
        fetcher.get(site.url("/a"))
    assert {headers["user-agent"] for _, headers in site.asked} == {
        "Riwayat/0.1 (+mailto:kami@berita.example)"
    }


def test_robots_txt_is_asked_once_and_heeded() -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: riwayat\nDisallow: /rahasia\nAllow: /rahasia/umum\n"
    answers = {"/robots.txt": robots(rules), "/a": PAGE, "/rahasia/umum": PAGE, "/rahasia/b": PAGE}
    with serving(answers) as site, fetcher_for(site) as fetcher:
        fetcher.get(site.url("/a"))
        fetcher.get(site.url("/rahasia/umum"))
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetcher.get(site.url("/rahasia/b"))
    assert site.paths() == ["/robots.txt", "/a", "/rahasia/umum"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_missing_robots_txt_allows_and_a_failing_one_forbids(status: int, allowed: bool) -> None:
    with serving({"/robots.txt": Answer(status=status), "/a": PAGE}) as site, fetcher_for(site) as fetcher:
        if allowed:
            assert fetcher.get(site.url("/a")).status == 200
        else:
            with pytest.raises(FetchError):
                fetcher.get(site.url("/a"))


def test_an_unreachable_robots_txt_forbids() -> None:
    slow = Answer(b"User-agent: *", headers=PLAIN, pause=0.2)
    with (
        serving({"/robots.txt": slow, "/a": PAGE}) as site,
        fetcher_for(site, RealClock(), limits=Limits(seconds=0.3)) as fetcher,
        pytest.raises(FetchError, match=r"robots\.txt"),
    ):
        fetcher.get(site.url("/a"))
    assert "/a" not in site.paths()


def test_of_a_huge_robots_txt_the_first_500_kib_count() -> None:
    rules = "User-agent: *\nDisallow: /a\n" + "# isi\n" * 100_000 + "Disallow: /b\n"
    with serving({"/robots.txt": robots(rules), "/b": PAGE}) as site, fetcher_for(site) as fetcher:
        assert fetcher.get(site.url("/b")).status == 200
        with pytest.raises(FetchError):
            fetcher.get(site.url("/a"))


def test_one_host_is_asked_at_most_once_a_second() -> None:
    clock = Clock()
    with serving({"/a": PAGE, "/b": PAGE}) as site, fetcher_for(site, clock) as fetcher:
        fetcher.get(site.url("/a"))
        fetcher.get(site.url("/b"))
        fetcher.get(site.url("/a", host="lain.example"))
    assert clock.slept == [1.0, 1.0, 1.0]


def test_a_crawl_delay_is_kept_and_a_very_long_one_leaves_the_site_alone() -> None:
    clock = Clock()
    answers = {"/robots.txt": robots("User-agent: *\nCrawl-delay: 7\n"), "/a": PAGE, "/b": PAGE}
    with serving(answers) as site, fetcher_for(site, clock) as fetcher:
        fetcher.get(site.url("/a"))
        fetcher.get(site.url("/b"))
    assert clock.slept == [7.0, 7.0]
    answers = {"/robots.txt": robots("User-agent: *\nCrawl-delay: 3600\n"), "/a": PAGE}
    with serving(answers) as site, fetcher_for(site) as fetcher, pytest.raises(FetchError, match="3600"):
        fetcher.get(site.url("/a"))


def test_a_busy_site_is_asked_again_when_it_says() -> None:
    clock = Clock()
    busy = Answer(status=503, headers={"Retry-After": "20"})
    with serving({"/a": [busy, PAGE]}) as site, fetcher_for(site, clock) as fetcher:
        assert fetcher.get(site.url("/a")).body == PAGE.body
    assert clock.slept == [1.0, 20.0]


def test_a_retry_date_counts_from_the_answers_own_date() -> None:
    clock = Clock()
    dates = {"Date": "Wed, 01 Jan 2020 00:00:00 GMT", "Retry-After": "Wed, 01 Jan 2020 00:00:30 GMT"}
    busy = Answer(status=429, headers=dates)
    with serving({"/a": [busy, PAGE]}) as site, fetcher_for(site, clock) as fetcher:
        assert fetcher.get(site.url("/a")).body == PAGE.body
    assert clock.slept == [1.0, 30.0]


def test_a_site_that_wants_a_long_pause_is_left_alone() -> None:
    busy = Answer(status=429, headers={"Retry-After": "86400"})
    with serving({"/a": busy}) as site, fetcher_for(site) as fetcher:
        with pytest.raises(FetchError, match="come back in"):
            fetcher.get(site.url("/a"))
        with pytest.raises(FetchError, match="come back in"):
            fetcher.get(site.url("/a"))
    assert site.paths().count("/a") == 1


def test_redirects_are_followed_up_to_a_limit() -> None:
    chain = {f"/{n}": Answer(status=302, headers={"Location": f"/{n + 1}"}) for n in range(9)}
    with serving({**chain, "/9": PAGE}) as site, fetcher_for(site) as fetcher:
        assert fetcher.get(site.url("/5")).url == site.url("/9")
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            fetcher.get(site.url("/0"))


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("http://berita.example:22/", "port 22"),
        ("http://siapa:sandi@berita.example/", "password"),
        ("http://dalam.example:{port}/", "not public"),
    ],
)
def test_every_hop_is_checked_as_the_first(target: str, reason: str) -> None:
    def resolver(host: str, port: int) -> list[Address]:
        return [ip_address("10.0.0.7")] if host == "dalam.example" else [LOOPBACK]

    with serving({}) as site, fetcher_for(site, resolver=resolver) as fetcher:
        site.answers["/a"] = Answer(status=301, headers={"Location": target.format(port=site.port)})
        with pytest.raises(FetchError, match=reason):
            fetcher.get(site.url("/a"))


def test_robots_txt_of_the_host_redirected_to_is_heeded() -> None:
    rules = robots("User-agent: *\nDisallow: /b\n")
    with serving({"/robots.txt": [Answer(status=404), rules]}) as site, fetcher_for(site) as fetcher:
        site.answers["/a"] = Answer(status=302, headers={"Location": site.url("/b", host="lain.example")})
        site.answers["/b"] = PAGE
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetcher.get(site.url("/a"))


def test_a_host_with_one_private_address_among_several_is_refused() -> None:
    def resolver(host: str, port: int) -> list[Address]:
        return [LOOPBACK, ip_address("192.168.1.1")]

    with (
        serving({"/a": PAGE}) as site,
        fetcher_for(site, resolver=resolver) as fetcher,
        pytest.raises(FetchError, match=r"192\.168\.1\.1"),
    ):
        fetcher.get(site.url("/a"))
    assert site.asked == []


def test_a_name_that_changes_its_address_later_is_checked_again() -> None:
    answers = [[LOOPBACK], [LOOPBACK], [ip_address("169.254.169.254")]]

    def resolver(host: str, port: int) -> list[Address]:
        return list(answers.pop(0) if len(answers) > 1 else answers[0])

    closing = Answer(PAGE.body, headers=PAGE.headers | {"Connection": "close"})
    missing = Answer(status=404, headers={"Connection": "close"})
    with (
        serving({"/robots.txt": missing, "/a": closing}) as site,
        fetcher_for(site, resolver=resolver) as fetcher,
    ):
        fetcher.get(site.url("/a"))
        with pytest.raises(FetchError, match=r"169\.254\.169\.254"):
            fetcher.get(site.url("/a"))


def test_by_default_only_public_addresses_and_web_ports_are_reached() -> None:
    with Fetcher() as fetcher:
        for url in ("http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://[::ffff:10.0.0.1]/"):
            with pytest.raises(FetchError, match="not public"):
                fetcher.get(url)
        with pytest.raises(FetchError, match="port 8080"):
            fetcher.get("http://berita.example:8080/")
        for url in (
            "ftp://berita.example/",
            "berita.example",
            "http://",
            "http://[::1",
            "http://a:b@berita.example/",
        ):
            with pytest.raises(FetchError) as refusal:
                fetcher.get(url)
            assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.2.1",
        "192.168.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::10.0.0.1",
        "::ffff:127.0.0.1", "::ffff:192.168.0.1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2002:a00:1::1", "fc00::1", "fe80::1",
        "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_private_and_reserved_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_other_kinds_of_content_are_refused() -> None:
    with (
        serving({"/a": Answer(b"%PDF", headers={"Content-Type": "application/pdf"})}) as site,
        fetcher_for(site) as fetcher,
        pytest.raises(FetchError, match="application/pdf"),
    ):
        fetcher.get(site.url("/a"))


def test_a_body_beyond_the_limit_is_refused_also_when_packed_small() -> None:
    bomb = Answer(gzip.compress(b"a" * 5_000_000), headers=PLAIN | {"Content-Encoding": "gzip"})
    long = Answer(b"a" * 3000, headers=PLAIN)
    with serving({"/a": bomb, "/b": long}) as site, fetcher_for(site, limits=Limits(bytes=2048)) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="longer than 2 KiB"):
                fetcher.get(site.url(path))


def test_compressed_pages_are_unpacked_and_broken_ones_refused() -> None:
    packed = gzip.compress(PAGE.body)
    headers = PAGE.headers | {"Content-Encoding": "gzip"}
    answers = {
        "/a": Answer(packed, headers=headers),
        "/b": Answer(packed[:-9], headers=headers),
        "/c": Answer(b"bukan gzip", headers=headers),
        "/d": Answer(b"x", headers=headers | {"Content-Encoding": "br"}),
    }
    with serving(answers) as site, fetcher_for(site) as fetcher:
        assert fetcher.get(site.url("/a")).body == PAGE.body
        for path in ("/b", "/c", "/d"):
            with pytest.raises(FetchError):
                fetcher.get(site.url(path))


def test_a_slow_drip_ends_with_the_time_for_the_fetch() -> None:
    drip = Answer(b"a" * 1000, headers=PLAIN, pause=0.1)
    begin = time.monotonic()
    with (
        serving({"/a": drip}) as site,
        fetcher_for(site, RealClock(), limits=Limits(seconds=0.5, interval=0.0)) as fetcher,
        pytest.raises(FetchError, match="no full answer within"),
    ):
        fetcher.get(site.url("/a"))
    assert time.monotonic() - begin < 5


def test_a_page_that_has_not_changed_need_not_be_sent_again() -> None:
    fresh = Answer(
        PAGE.body, headers=PAGE.headers | {"ETag": '"1"', "Last-Modified": "Wed, 01 Jan 2020 00:00:00 GMT"}
    )
    with serving({"/a": [fresh, Answer(status=304)]}) as site, fetcher_for(site) as fetcher:
        first = fetcher.get(site.url("/a"))
        again = fetcher.get(
            site.url("/a"), etag=first.headers["etag"], last_modified=first.headers["last-modified"]
        )
    assert again.status == 304
    assert again.body == b""
    sent = site.asked[-1][1]
    assert sent["if-none-match"] == '"1"'
    assert sent["if-modified-since"] == "Wed, 01 Jan 2020 00:00:00 GMT"


@pytest.mark.parametrize("status", [304, 400, 404, 410, 500])
def test_an_error_of_the_site_is_told_in_one_line(status: int) -> None:
    with (
        serving({"/a": Answer(status=status)}) as site,
        fetcher_for(site) as fetcher,
        pytest.raises(FetchError) as refusal,
    ):
        fetcher.get(site.url("/a"))
    assert str(refusal.value) == f"{site.url('/a')}: the site answers with status {status}"


def test_a_host_that_does_not_exist_is_told_in_one_line() -> None:
    def resolver(host: str, port: int) -> list[Address]:
        raise OSError("Name or service not known")

    with (
        serving({}) as site,
        fetcher_for(site, resolver=resolver) as fetcher,
        pytest.raises(FetchError) as refusal,
    ):
        fetcher.get(site.url("/a"))
    assert "\n" not in str(refusal.value)
