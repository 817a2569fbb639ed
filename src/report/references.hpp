#pragma once

#include "study/study_result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tarazy {

// The sources of a study for programs that manage references. Authors are separated by ';' and written "Surname, Given"
// or, for institutions, as they are called; "et al." stands for those who are not named.

/// As CSL-JSON, the form that Zotero, pandoc and citeproc read. A publisher "Journal 61(2): 430-456" becomes journal,
/// volume, issue and pages; a url at doi.org the DOI. Coverage and licence are in `note`.
[[nodiscard]] std::string csl_json_text(std::span<const Source> sources);

/// As BibTeX in UTF-8. Signs that mean something to TeX are escaped, titles keep their capitals. Keys are those of the
/// study; what BibTeX does not allow in a key becomes `-` and two hexadecimal digits a byte.
[[nodiscard]] std::string bibtex_text(std::span<const Source> sources);

/// A text as TeX shows it: `\ { } $ & # % _ ~ ^` escaped, line ends as blanks.
[[nodiscard]] std::string escape_tex(std::string_view plain);

}  // namespace tarazy
