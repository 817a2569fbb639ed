#pragma once

#include "serve/coding/coded_texts.hpp"
#include "serve/coding/study_documents.hpp"
#include "serve/request.hpp"

#include <memory>

namespace tarazy {

/// What requests of the coding pages share between them.
struct CodingShelves {
    std::shared_ptr<StudyFileCache> files = std::make_shared<StudyFileCache>();
    DocumentShelf documents{files};
    PlacesFound places = {};
};

// Questions (GET), see docs/serve-coding.md. `who` is the coder who asks: it decides what is seen while coding is
// blind.

/// `?who[&find][&most]`: documents (of `find` only those with it in their name or description), codes, coders.
[[nodiscard]] Answer answer_desk(CodingShelves& shelves, const Request& request);
/// `?doc[&from][&count]`: a piece of a document, in code points.
[[nodiscard]] Answer answer_text(CodingShelves& shelves, const Request& request);
/// `?who&doc`: the codings of a document that the coder may see, each placed in the text of now, whose hash goes along;
/// and the coder's memo.
[[nodiscard]] Answer answer_codings(CodingShelves& shelves, const Request& request);
/// `?who&after[&doc]`: which documents, and whether codes or coders changed behind that change; hash of the text of
/// `doc`.
[[nodiscard]] Answer answer_changes(CodingShelves& shelves, const Request& request);
/// `?pattern[&regex=1][&doc]`
[[nodiscard]] Answer answer_search(CodingShelves& shelves, const Request& request);
/// `?who&doc&one&other`: where two coders differ in a document.
[[nodiscard]] Answer answer_differences(CodingShelves& shelves, const Request& request);
/// `?who`: agreement on the documents that two coders or more have coded, as far as the coder may see them.
[[nodiscard]] Answer answer_agreement(CodingShelves& shelves, const Request& request);
/// `?who[&most]`: the newest acts; while coding is blind only the coder's own.
[[nodiscard]] Answer answer_log(CodingShelves& shelves, const Request& request);
/// `?who&code`: places of a code in all documents.
[[nodiscard]] Answer answer_places(CodingShelves& shelves, const Request& request);
/// `?who`: a .qdpx file of what the coder may see.
[[nodiscard]] Answer answer_project(CodingShelves& shelves, const Request& request);

}  // namespace tarazy
