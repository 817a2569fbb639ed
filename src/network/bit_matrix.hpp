#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// A matrix of yes and no, a row in whole words: what is shared by two rows is counted a word at a time.
/// Bits beyond `columns` are zero.
class BitMatrix {
public:
    BitMatrix() = default;
    BitMatrix(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), words_((columns + 63) / 64), bits_(rows * words_) {}

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    [[nodiscard]] std::size_t words() const noexcept { return words_; }  ///< of a row

    [[nodiscard]] bool operator()(std::size_t row, std::size_t column) const noexcept {
        return (bits_[row * words_ + column / 64] >> (column % 64) & 1U) != 0;
    }
    void set(std::size_t row, std::size_t column, bool value = true) noexcept {
        std::uint64_t& word = bits_[row * words_ + column / 64];
        const std::uint64_t bit = std::uint64_t{1} << (column % 64);
        word = value ? word | bit : word & ~bit;
    }
    [[nodiscard]] std::span<const std::uint64_t> row(std::size_t row) const noexcept {
        return {bits_.data() + row * words_, words_};
    }
    [[nodiscard]] std::span<std::uint64_t> row(std::size_t row) noexcept {
        return {bits_.data() + row * words_, words_};
    }
    bool operator==(const BitMatrix&) const = default;

private:
    std::size_t rows_ = 0, columns_ = 0, words_ = 0;
    std::vector<std::uint64_t> bits_;
};

[[nodiscard]] inline std::size_t count_bits(std::span<const std::uint64_t> row) noexcept {
    std::size_t count = 0;
    for (const std::uint64_t word : row) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

/// Bits set in both. @pre the rows are equally long
[[nodiscard]] inline std::size_t count_shared_bits(std::span<const std::uint64_t> a,
                                                   std::span<const std::uint64_t> b) noexcept {
    std::size_t count = 0;
    for (std::size_t word = 0; word < a.size(); ++word)
        count += static_cast<std::size_t>(std::popcount(a[word] & b[word]));
    return count;
}

/// Columns as rows. O(rows x columns)
[[nodiscard]] inline BitMatrix transposed(const BitMatrix& matrix) {
    BitMatrix turned(matrix.columns(), matrix.rows());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        for (std::size_t word = 0; word < matrix.words(); ++word) {
            for (std::uint64_t bits = matrix.row(row)[word]; bits != 0; bits &= bits - 1)
                turned.set(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)), row);
        }
    }
    return turned;
}

}  // namespace tarazy
