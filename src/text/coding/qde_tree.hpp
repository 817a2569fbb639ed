#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// An element of project.qde, the XML of a REFI-QDA project (namespace urn:QDA-XML:project:1.0), with all that it
/// holds, so that what we do not understand comes out as it went in. Blanks between elements are not kept.
struct QdeElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes = {};  ///< in their order
    std::string text = {};                                             ///< of elements without children
    std::vector<QdeElement> children = {};
    std::size_t line = 0;  ///< of the file it was read from

    [[nodiscard]] std::string attribute(std::string_view wanted) const;  ///< empty when it is not there
    void set_attribute(std::string_view wanted, const std::string& value);
    [[nodiscard]] const QdeElement* child(std::string_view wanted) const;
    [[nodiscard]] QdeElement* child(std::string_view wanted);
    /// The child of this name, made where it lacks, at its place in the given order of names.
    QdeElement& child_in_order(std::string_view wanted, std::string_view order);
};

/// Elements may stand so deep in one another, and no deeper.
inline constexpr std::size_t most_qde_depth = 100;

/// @throws InputError with line and character: not well formed, a document type declaration (which could hold entities
/// that
///         swell), no Project at its root, elements too deep. O(bytes)
[[nodiscard]] QdeElement read_qde(std::string_view xml, const std::string& path);

/// The same tree gives the same bytes: UTF-8, LF, one blank a level; an element whose only child is a leaf without
/// text, like Coding, takes one line.
[[nodiscard]] std::string write_qde(const QdeElement& project);

}  // namespace tarazy
