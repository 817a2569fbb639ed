#pragma once

#include "network/graph_files/text_places.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class UcinetForm { full_matrix, lower_half, upper_half, edge_list, node_list, counted_node_list };

/// What stands before `data:`.
struct UcinetHeader {
    std::size_t rows = 0, columns = 0, matrices = 1;
    bool two_modes = false;  ///< by nr and nc, or by edgelist2, nodelist2
    UcinetForm form = UcinetForm::full_matrix;
    bool diagonal = true, rows_embedded = false, columns_embedded = false;
    std::vector<PlacedWord> row_labels, column_labels, matrix_labels;
};

/// Words of the whole text one after the other, parted by blanks, commas and line ends.
class UcinetWords {
public:
    UcinetWords(std::string_view text, const std::string& path) : text_(text), path_(&path) {}

    /// The next word, or nothing. @param stops  characters that are words of their own ("=:")
    [[nodiscard]] std::optional<PlacedWord> next(std::string_view stops);
    /// Words of the next line that has some; nothing at the end.
    [[nodiscard]] std::vector<PlacedWord> next_line();
    [[nodiscard]] PlacedWord here() const { return {{}, line_, column_, false}; }

private:
    void step();

    std::string_view text_;
    const std::string* path_;
    std::size_t at_ = 0, line_ = 1, column_ = 1;
};

/// @throws InputError, LimitError
[[nodiscard]] UcinetHeader read_ucinet_header(UcinetWords& words, const std::string& path);

}  // namespace tarazy
