#pragma once

#include "serve/coding/coded_texts.hpp"
#include "serve/coding/coding_entries.hpp"
#include "serve/coding/study_documents.hpp"
#include "serve/workspace/workspace.hpp"
#include "text/coding/qdpx_project.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Codes and codings as the codebook of a project; the parts of a name are not told apart.
[[nodiscard]] std::vector<CodebookEntry> codebook_of(const std::vector<TreeCode>& codes);

/// A REFI-QDA project of the documents that have codings or were given to coders (of a short list: all).
/// @param former  texts of before, in which codings lie that have no place in the texts of today
/// @throws RefusedRequest (400) when there is no code; InputError for a coding outside of its document
[[nodiscard]] std::string qdpx_of_codings(const std::string& name, const StudyDocuments& documents,
                                          const std::vector<TreeCode>& codes, const std::vector<StoredCoding>& codings,
                                          const std::vector<ProjectDocument>& former = {});

/// Codings that a project can hold, and the texts of before that they need: a coding that has no place in the text of
/// today goes with the text in which it was made, which is called `<document> (text <hash>)`.
struct CodingsToExport {
    std::vector<StoredCoding> codings;
    std::vector<ProjectDocument> former;
};
[[nodiscard]] CodingsToExport codings_to_export(CodingPlaces& places, const std::vector<StoredCoding>& codings);

/// What came in with a project of another program.
struct ImportedProject {
    ProposedAct act;
    std::size_t codes = 0, codings = 0;    ///< new ones
    std::vector<std::string> notes;        ///< what was assumed or left out
    std::vector<std::string> other_texts;  ///< documents that the study has not, or with another text: left out
    std::set<std::string> shared;          ///< documents that the study has with the same text
};

/// Codes that are not there yet, and codings of documents that the study has with the same text.
/// @throws InputError, LimitError
[[nodiscard]] ImportedProject import_qdpx(const WorkspaceView& view, const StudyDocuments& documents,
                                          std::string_view bytes, const std::string& name);

/// Files that the study and the command line read: `codings/segments.csv` and `codings/codebook.csv` in the folder of
/// the study, each written aside and renamed. @return their paths, from the study's folder
std::vector<std::string> write_coding_tables(const std::string& study_folder, const std::vector<TreeCode>& codes,
                                             const std::vector<StoredCoding>& codings);

/// Bytes of a text in base 64. @throws RefusedRequest (400)
[[nodiscard]] std::string bytes_of_base64(std::string_view text);

}  // namespace tarazy
