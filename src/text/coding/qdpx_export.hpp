#pragma once

#include "text/coding/qdpx_import.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// A REFI-QDA project of documents, codes and segments. GUIDs are of version 5 and made from names, so that the same
/// project gives the same bytes; texts keep their line ends. The XML follows the order of the official schema.
///
/// With a base (a project that was read) everything in it stays as it is, but for codings: those that are no longer
/// among the segments are taken out with their selections, new ones are added, as are new codes, coders and documents.
/// Without changes the XML of a base that we wrote comes out with the same bytes. Codings of the base that could not be
/// read stay.
/// @param base_archive, ends  of the base; ends as it was read with
/// @throws InputError: a segment outside of its document or of a document that is not there, a document whose text is
///         not that of the base, a document that is not UTF-8
/// O(bytes + segments log segments)
[[nodiscard]] QdpxArchive qdpx_of_project(const CodedProject& project, const std::string& path,
                                          const QdpxArchive* base_archive = nullptr,
                                          std::optional<SelectionEnds> ends = {});

}  // namespace tarazy
