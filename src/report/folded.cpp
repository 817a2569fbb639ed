#include "report/folded.hpp"

#include "base/text_lists.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace tarazy {
namespace {

constexpr char part_begin = '\x02', part_end = '\x03', frame_begin = '\x05', frame_end = '\x06';
constexpr char part_separator = '\x1e', block_edge = '\x1c', column_edge = '\x1d', cell_edge = '\x1f';
constexpr char columns_begin = '\x04';
constexpr char slot_mark = '\x1a', first_slot = '0';
constexpr char any_frame = 'f', entry_frame = 'e', script_frame = 's', repeat_frame = 'r';

/// Bytes of markup that are not worth a place of their own.
constexpr std::size_t small_part = 600;

Html framed(char kind, const Html& content) {
    return {std::string{frame_begin, kind} + content.markup + frame_end};
}

/// The place behind the mark that ends what begins at `from`, where marks of this kind may lie in one another.
std::size_t end_of(std::string_view marked, std::size_t from, char begin, char end) {
    std::size_t depth = 0;
    for (std::size_t at = from; at < marked.size(); ++at) {
        if (marked[at] == begin) ++depth;
        if (marked[at] == end && --depth == 0) return at + 1;
    }
    assert(false && "a mark without its end");
    return marked.size();
}

/// Without the marks of parts and frames; blocks of rows stay as they are.
std::string without_marks(std::string_view marked) {
    std::string plain;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        const char character = marked[at];
        if (character == part_begin) {
            at = marked.find(';', at);
        } else if (character == frame_begin) {
            ++at;
        } else if (character != part_end && character != frame_end) {
            plain += character;
        }
    }
    return plain;
}

/// The row with the cells in their slots.
void add_filled(std::string& page, std::string_view row, const std::vector<std::vector<std::string>>& columns,
                std::size_t index) {
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (row[at] != slot_mark) {
            page += row[at];
            continue;
        }
        page += columns[static_cast<std::size_t>(row[++at] - first_slot)][index];
    }
}

/// The rows of a block: what lies between its edges.
std::string rows_of(std::string_view block) {
    std::vector<std::string> pieces = split(block, column_edge);
    const std::string row = pieces.front();
    std::vector<std::vector<std::string>> columns;
    for (std::size_t i = 1; i < pieces.size(); ++i) columns.push_back(split(pieces[i], cell_edge));
    std::string rows;
    for (std::size_t i = 0; i < columns.front().size(); ++i) add_filled(rows, row, columns, i);
    return rows;
}

/// Files that hold all rows of what stands at the end of this page.
std::string files_of(std::string_view page) {
    static constexpr std::string_view section = "<section id=\"", analysis = "analysis-";
    const std::size_t last = page.rfind(section);
    if (last == std::string_view::npos) return "results/";
    const std::string_view id =
        page.substr(last + section.size(), page.find('"', last + section.size()) - last - section.size());
    if (id.starts_with(analysis)) return "results/" + std::string(id.substr(analysis.size())) + "*.csv";
    if (id == "ledger") return "results/propositions.csv";
    return id == "data" ? "manifest.json" : "results/study.json";
}

/// Does the page end within an entry that is closed?
bool ends_in_closed_entry(std::string_view page) {
    const std::size_t last = page.rfind("<details");
    if (last == std::string_view::npos || page.find("</details>", last) != std::string_view::npos) return false;
    return !page.substr(last, page.find('>', last) - last).ends_with(" open");
}

class Folding {
public:
    explicit Folding(std::string pack) : pack_(std::move(pack)) {}

    void read(std::string_view marked) {
        for (std::size_t at = 0; at < marked.size(); ++at) {
            if (marked[at] == part_begin) {
                const std::size_t end = end_of(marked, at, part_begin, part_end);
                take_part(marked.substr(at, end - at));
                at = end - 1;
            } else if (marked[at] == frame_begin) {
                const std::size_t end = end_of(marked, at, frame_begin, frame_end);
                take_frame(marked.substr(at, end - at));
                at = end - 1;
            } else {
                if (marked.substr(at).starts_with("<section id=")) first_of_chapter_ = true;
                folded_.page += marked[at];
            }
        }
    }

    [[nodiscard]] FoldedPage result() {
        folded_.parts += columns_begin;
        folded_.parts += joined(columns_, std::string_view(&part_separator, 1),
                                [](const auto& blocks) { return joined(blocks, std::string_view(&column_edge, 1)); });
        PhrasedMarkup phrased = with_phrases(folded_.parts);
        folded_.parts = std::move(phrased.markup);
        if (!phrased.phrases.empty())
            folded_.parts += columns_begin + joined(phrased.phrases, std::string_view(&part_separator, 1));
        return std::move(folded_);
    }

private:
    /// The place of a part, and the part to the others.
    void put_aside(FoldPlace place, const std::string& count, std::size_t columns, std::string_view content) {
        const std::string words = (count == "0" ? "…" : "+ " + count) + " · ";
        const Html said = text(words) + element("code", {}, text(files_of(folded_.page)));
        const Attributes attributes{{"class", "folded"}, {"data-pack", pack_}, {"data-part", std::to_string(parts_++)}};
        if (place == FoldPlace::row) {
            const Html cell = element("td", {{"colspan", std::to_string(columns)}}, said);
            folded_.page += element("tr", attributes, cell).markup;
        } else {
            folded_.page += element(place == FoldPlace::item ? "li" : "p", attributes, said).markup;
        }
        if (parts_ > 1) folded_.parts += part_separator;
        const std::vector<std::string> pieces = split(without_marks(content), block_edge);
        for (std::size_t i = 0; i < pieces.size(); ++i)
            folded_.parts += i % 2 == 0 ? pieces[i] : block_edge + row_of(pieces[i]) + block_edge;
    }

    /// The row of a block, whose columns go to those of the other blocks: alike to alike packs to less.
    std::string row_of(std::string_view block) {
        const std::vector<std::string> pieces = split(block, column_edge);
        for (std::size_t i = 1; i < pieces.size(); ++i) {
            if (columns_.size() < i) columns_.emplace_back();
            columns_[i - 1].push_back(pieces[i]);
        }
        return pieces.front();
    }

    /// @param marked  from the mark that begins the part to the one that ends it
    void take_part(std::string_view marked) {
        const std::size_t head = marked.find(';');
        const std::string_view content = marked.substr(head + 1, marked.size() - head - 2);
        const std::size_t columns = static_cast<std::size_t>(std::ranges::count(content, column_edge));
        put_aside(static_cast<FoldPlace>(marked[1]), std::string(marked.substr(2, head - 2)), columns, content);
    }

    void take_frame(std::string_view marked) {
        if (marked[1] == script_frame) return;
        if (marked[1] == repeat_frame) return take_repeat(marked.substr(2, marked.size() - 3));
        const bool entry = marked[1] == entry_frame || ends_in_closed_entry(folded_.page);
        const std::string_view content = marked.substr(2, marked.size() - 3);
        const bool first = std::exchange(first_of_chapter_, entry && first_of_chapter_);
        if (content.size() <= small_part || (!entry && first)) {
            read(content);
            first_of_chapter_ = entry && first;  // what an entry holds is not the first that is seen
        } else {
            put_aside(FoldPlace::block, "0", 0, content);
        }
    }

    void take_repeat(std::string_view content) {
        if (said_.emplace(content).second)
            read(content);
        else
            put_aside(FoldPlace::block, "0", 0, content);
    }

    FoldedPage folded_;
    std::set<std::string> said_;
    std::string pack_;
    std::vector<std::vector<std::string>> columns_;  ///< by the number of the column, a text a block
    std::size_t parts_ = 0;
    bool first_of_chapter_ = true;
};

}  // namespace

Html folded(FoldPlace place, std::size_t count, const Html& content) {
    return {std::string{part_begin, static_cast<char>(place)} + std::to_string(count) + ';' + content.markup +
            part_end};
}

Html foldable(const Html& content) {
    return framed(any_frame, content);
}

Html foldable_entry(const Html& content) {
    return framed(entry_frame, content);
}

Html foldable_repeat(const Html& content) {
    return content.markup.empty() ? Html{} : framed(repeat_frame, content);
}

Html said_by_script(const Html& content) {
    return framed(script_frame, content);
}

Html row_slot(std::size_t column) {
    assert(column < 64);
    return {std::string{slot_mark, static_cast<char>(first_slot + column)}};
}

Html row_block(const Html& row, const std::vector<std::vector<std::string>>& columns) {
    assert(!columns.empty() && !columns.front().empty());
    std::string block = block_edge + row.markup;
    for (const auto& cells : columns) block += column_edge + joined(cells, std::string_view(&cell_edge, 1));
    return {block + block_edge};
}

FoldedPage fold_page(std::string_view marked, const std::string& pack) {
    Folding folding(pack);
    folding.read(marked);
    return folding.result();
}

std::string whole_page(std::string_view marked) {
    const std::string page = without_marks(marked);
    std::string whole;
    const std::vector<std::string> pieces = split(page, block_edge);
    for (std::size_t i = 0; i < pieces.size(); ++i) whole += i % 2 == 0 ? pieces[i] : rows_of(pieces[i]);
    return whole;
}

}  // namespace tarazy
