"""How the documentation is built: `sphinx-build -W -b html docs docs/_build`."""

from ghostrules import __version__

project = "ghostrules"
author = "the authors of ghostrules"
release = version = __version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80
python_use_unqualified_type_names = True

# Diagnostic pages show documents that are no TOML, and policies show symbols.
suppress_warnings = ["misc.highlighting_failure"]

copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"ghostrules {release}"
html_show_sphinx = False
