#include "network/projection/free_blocks.hpp"

#include <algorithm>
#include <bit>

namespace tarazy {
namespace {

/// Arcs from rows to columns and from columns to rows, each a bit; nodes are the rows, then the columns.
struct AlternatingArcs {
    BitMatrix from_rows, from_columns;
};

BitMatrix open_zeros(const BitMatrix& ties, const BitMatrix& closed) {
    BitMatrix open(ties.rows(), ties.columns());
    for (std::size_t row = 0; row < ties.rows(); ++row) {
        for (std::size_t column = 0; column < ties.columns(); ++column)
            open.set(row, column, !ties(row, column) && (closed.rows() == 0 || !closed(row, column)));
    }
    return open;
}

/// A search in depth that remembers which nodes it has not seen yet.
class AlternatingSearch {
public:
    AlternatingSearch(const AlternatingArcs& arcs, std::size_t rows, std::size_t columns)
        : arcs_(arcs), rows_(rows), unseen_rows_(1, rows), unseen_columns_(1, columns) {
        for (std::size_t row = 0; row < rows; ++row) unseen_rows_.set(0, row);
        for (std::size_t column = 0; column < columns; ++column) unseen_columns_.set(0, column);
    }

    [[nodiscard]] bool unseen(std::size_t node) const {
        return node < rows_ ? unseen_rows_(0, node) : unseen_columns_(0, node - rows_);
    }
    /// All that is reached from the node, each told when nothing is left behind it.
    template <typename Tell>
    void visit(std::size_t node, Tell tell) {
        stack_.assign(1, node);
        see(node);
        while (!stack_.empty()) {
            const std::size_t at = stack_.back();
            if (const std::size_t next = next_of(at); next != nowhere) {
                see(next);
                stack_.push_back(next);
            } else {
                tell(at);
                stack_.pop_back();
            }
        }
    }

private:
    static constexpr std::size_t nowhere = ~std::size_t{0};

    void see(std::size_t node) {
        if (node < rows_)
            unseen_rows_.set(0, node, false);
        else
            unseen_columns_.set(0, node - rows_, false);
    }
    [[nodiscard]] std::size_t next_of(std::size_t node) const {
        const bool row = node < rows_;
        const auto arcs = row ? arcs_.from_rows.row(node) : arcs_.from_columns.row(node - rows_);
        const auto unseen = row ? unseen_columns_.row(0) : unseen_rows_.row(0);
        for (std::size_t word = 0; word < arcs.size(); ++word) {
            if (const std::uint64_t bits = arcs[word] & unseen[word]; bits != 0)
                return word * 64 + static_cast<std::size_t>(std::countr_zero(bits)) + (row ? rows_ : 0);
        }
        return nowhere;
    }

    const AlternatingArcs& arcs_;
    std::size_t rows_;
    BitMatrix unseen_rows_, unseen_columns_;
    std::vector<std::size_t> stack_;
};

}  // namespace

FreeBlocks free_blocks(const BitMatrix& ties, const BitMatrix& closed) {
    const std::size_t rows = ties.rows(), columns = ties.columns();
    const BitMatrix open = open_zeros(ties, closed);
    // Strongly connected components by two searches, the second against the arcs (Kosaraju; Sharir 1981).
    const AlternatingArcs along{ties, transposed(open)}, against{open, transposed(ties)};
    std::vector<std::size_t> finished;
    AlternatingSearch forth(along, rows, columns);
    for (std::size_t node = 0; node < rows + columns; ++node) {
        if (forth.unseen(node)) forth.visit(node, [&](std::size_t at) { finished.push_back(at); });
    }
    FreeBlocks blocks{std::vector(rows, FreeBlocks::none), std::vector(columns, FreeBlocks::none), 0};
    AlternatingSearch back(against, rows, columns);
    std::vector<std::size_t> members;
    for (std::size_t at = finished.size(); at-- > 0;) {
        if (!back.unseen(finished[at])) continue;
        members.clear();
        back.visit(finished[at], [&](std::size_t node) { members.push_back(node); });
        if (members.size() == 1) continue;
        for (const std::size_t node : members)
            (node < rows ? blocks.row_block[node] : blocks.column_block[node - rows]) = blocks.blocks;
        ++blocks.blocks;
    }
    return blocks;
}

}  // namespace tarazy
