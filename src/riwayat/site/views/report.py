"""stub"""


def report(request, key): ...
