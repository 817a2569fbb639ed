#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

struct CitedPerson {
    std::string name;  ///< "Given Family", or that of an institution
    std::string orcid, affiliation;
    bool institution = false;
};

/// What `CITATION.cff` in the folder of a study says of who made it.
struct CitationFile {
    std::vector<CitedPerson> authors;
    std::string licence;  ///< SPDX identifier: "CC-BY-4.0"
    std::string title, doi, url;
    std::string date_released;  ///< "2026-11-29"
};

/// Reads the entries above from a text in the Citation File Format 1.2 as people write it: one entry a line, authors as
/// a list below `authors:`. Entries that it does not know, folded texts among them, are passed over.
[[nodiscard]] CitationFile parse_citation_file(std::string_view text);

}  // namespace tarazy
