"""Which network addresses may be reached: public ones, and no others."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final, TypeAlias

__all__ = ["Address", "Allow", "Resolve", "is_public", "resolve"]

Address: TypeAlias = IPv4Address | IPv6Address
Resolve: TypeAlias = Callable[[str, int], list[Address]]
"""A host's addresses for a port; raises `OSError` where it has none."""
Allow: TypeAlias = Callable[[Address], bool]
"""Whether an address may be connected to."""

_NAT64: Final = IPv6Network("64:ff9b::/96")
_NEVER: Final = (
    IPv6Network("::/96"),  # IPv4-compatible, unspecified, loopback
    IPv6Network("64:ff9b:1::/48"),  # NAT64 for local use (RFC 8215)
    IPv6Network("2001::/32"),  # Teredo: carries an IPv4 address of its own
    IPv6Network("fec0::/10"),  # site-local, deprecated
)


def is_public(address: Address) -> bool:
    """Whether the address is one of the public internet, also by the IPv4 address it may carry inside.

    Refuses private, shared, loopback, link-local, multicast, reserved and unspecified addresses.
    """
    if isinstance(address, IPv6Address):
        inner = _carried(address)
        if inner is not None:
            return is_public(inner)
        if any(address in network for network in _NEVER):
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    )


def resolve(host: str, port: int) -> list[Address]:
    """The addresses of a host by the system's resolver, in its order; raises `OSError` where it has none."""
    found: dict[Address, None] = {}
    for _, _, _, _, sockaddr in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        found[ip_address(str(sockaddr[0]).partition("%")[0])] = None
    return list(found)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, translated (NAT64) or tunnelled (6to4)."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.sixtofour
