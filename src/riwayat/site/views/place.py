"""stub"""


def place(request, name): ...
