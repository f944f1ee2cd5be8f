"""stub"""


def actor(request, key): ...
