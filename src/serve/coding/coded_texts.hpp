#pragma once

#include "serve/coding/coding_entries.hpp"
#include "serve/coding/study_documents.hpp"
#include "serve/coding/text_occurrences.hpp"
#include "serve/workspace/workspace.hpp"
#include "text/coding/code_points.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Texts change after somebody coded in them. A coding names the text in which it was made (`StoredCoding::text`); that
// text is kept in the workspace, and a coding is shown in another text only where its place in it is beyond doubt.

/// A coding, and where it stands in the text of today.
struct PlacedCoding {
    enum class Where {
        here,   ///< made in this text, or before texts were kept, and within it
        moved,  ///< its words occur exactly once in the text in which it was made and exactly once in this one
        lost    ///< anything else: it has no place in this text
    };
    StoredCoding coding;  ///< `start` and `end` of moved ones are places of today
    Where where = Where::here;
    std::string words;  ///< that were coded, of moved and lost ones; empty: not known
};

/// Keeps the texts of documents as they are now, each once: entries of kind `document_text`, by their hash. They are an
/// act of their own area, so that nobody's undoing takes away a text in which somebody else has coded.
void keep_texts(Workspace& workspace, const ActingPerson& person, const StudyDocuments& documents,
                const std::set<std::string>& docs);

/// Places found before, so that ten thousand codings are looked for in a changed text once. From several threads.
class PlacesFound {
public:
    [[nodiscard]] std::optional<std::optional<std::size_t>> known(const std::string& key) const;
    void keep(const std::string& key, std::optional<std::size_t> start);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::optional<std::size_t>> starts_;
};

/// Places codings of one state of a workspace. The view, the documents and what was found must outlive it.
class CodingPlaces {
public:
    CodingPlaces(const WorkspaceView& view, const StudyDocuments& documents, PlacesFound& found)
        : view_(view), documents_(documents), found_(found) {}

    /// O(1) for a text that has not changed; else O(bytes of both texts) the first time.
    [[nodiscard]] PlacedCoding placed(StoredCoding coding);
    /// Those that have a place in the texts of today, at that place.
    [[nodiscard]] std::vector<StoredCoding> within(const std::vector<StoredCoding>& codings);
    /// A text of before, by its hash; nothing where it was not kept.
    [[nodiscard]] const std::string* text_of(const std::string& hash);

private:
    struct Text {
        std::string text;
        std::unique_ptr<CodePointCuts> cuts;
        std::unique_ptr<TextOccurrences> occurrences;  ///< once they are asked for
    };
    struct TextOfToday {
        CodePointCuts cuts;
        TextOccurrences occurrences;
    };
    [[nodiscard]] Text* former(const std::string& hash);
    [[nodiscard]] const TextOfToday& text_of_today(const StudyDocument& document);
    [[nodiscard]] std::optional<std::size_t> found_again(const StudyDocument& today, Text& former,
                                                         const StoredCoding& coding, std::string_view words);

    const WorkspaceView& view_;
    const StudyDocuments& documents_;
    PlacesFound& found_;
    std::map<std::string, std::unique_ptr<Text>> former_;
    std::map<std::string, std::unique_ptr<TextOfToday>> today_;
};

}  // namespace tarazy
