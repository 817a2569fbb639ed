#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tarazy {

/// Whole numbers of a column: in 4 bytes each as long as all fit, as years, codes and counts do, else in 8.
class IntegerCells {
public:
    static constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();

    IntegerCells() = default;
    explicit IntegerCells(std::vector<std::int64_t> cells) : wide_(std::move(cells)), is_wide_(true) {}
    /// Empty, in room that is kept: most numbers will be narrow.
    [[nodiscard]] static IntegerCells in(std::vector<std::int32_t> room) {
        IntegerCells cells;
        cells.narrow_ = std::move(room);
        cells.narrow_.clear();
        return cells;
    }

    [[nodiscard]] std::size_t size() const noexcept { return is_wide_ ? wide_.size() : narrow_.size(); }
    [[nodiscard]] std::int64_t operator[](std::size_t at) const {
        if (is_wide_) return wide_[at];
        return narrow_[at] == missing_narrow ? missing : narrow_[at];
    }
    /// The memory of the cells where they take 8 bytes each.
    [[nodiscard]] std::optional<std::span<const std::int64_t>> wide() const {
        if (!is_wide_) return std::nullopt;
        return std::span(wide_);
    }
    void push_back(std::int64_t value) {
        if (!is_wide_) {
            const auto narrow = static_cast<std::int32_t>(value);
            if (value == missing || (narrow == value && narrow != missing_narrow)) {
                narrow_.push_back(value == missing ? missing_narrow : narrow);
                return;
            }
            widen();
        }
        wide_.push_back(value);
    }

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = std::int64_t;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = std::int64_t;

        Iterator() = default;
        Iterator(const IntegerCells& cells, std::size_t at) : cells_(&cells), at_(at) {}
        std::int64_t operator*() const { return (*cells_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++at_;
            return before;
        }
        bool operator==(const Iterator& other) const = default;

    private:
        const IntegerCells* cells_ = nullptr;
        std::size_t at_ = 0;
    };
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

private:
    static constexpr std::int32_t missing_narrow = std::numeric_limits<std::int32_t>::min();

    void widen();

    std::vector<std::int32_t> narrow_;
    std::vector<std::int64_t> wide_;
    bool is_wide_ = false;
};

}  // namespace tarazy
