"""A second, independent reading of the contract, slow and obvious on purpose.

Nothing here is shared with the engine: of the library it takes the values of a policy, the sets
of closed days of a calendar, and the words. Days are walked one by one, slots one by one, and a
case is its whole history. `drawing` draws random cases, `comparing` runs both, `shrinking` makes
a difference small enough to read.
"""
