#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A function, `year`, `lag`, `and`, `or`, `not`: no number can have such a name.
[[nodiscard]] bool is_word_of_formulas(std::string_view name) noexcept;

/// A formula of named numbers, read once and computed many times.
///
/// `+ - * / ^`, comparisons `< <= > >= == !=` (1 or 0), `and`, `or`, `not`, parentheses; exp, log, sqrt, abs, min, max,
/// clamp(x, low, high), if(condition, then, otherwise); the constant `year`; lag(outcome, first): the outcome of the
/// year before, in the first year `first`. From the strongest: ^ (right to left), - of one number, * /, + -,
/// comparisons, not, and, or.
class Formula {
public:
    /// Reads a formula. @param names  numbers it may use, by their place; @param outcomes  those `lag` may name
    /// @throws UsageError `character N: what is wrong; what to do`
    Formula(std::string_view text, std::span<const std::string> names, std::span<const std::string> outcomes);

    struct Place {
        std::span<const double> values;  ///< of the names
        std::span<const double> before;  ///< outcomes of the year before; empty in the first
        double year = 0;
    };
    /// O(length). What is not defined (log of 0 or less, division by 0, a clamp between bounds that are turned round)
    /// is NaN, and so is what is worked out from it: also comparisons, min and max, and `if` of such a condition. `and`
    /// and `or` are decided where one side is enough.
    [[nodiscard]] double value(const Place& place) const;

    enum class Step : std::uint8_t {
        number,
        name,
        year,
        lag,
        negate,
        add,
        subtract,
        multiply,
        divide,
        power,
        less,
        at_most,
        more,
        at_least,
        equal,
        unequal,
        both,
        either,
        opposite,
        exp,
        log,
        sqrt,
        abs,
        min,
        max,
        clamp,
        choose
    };
    struct Code {
        Step step = Step::number;
        std::uint32_t place = 0;
        double number = 0;
    };

private:
    std::vector<Code> code_;  ///< in postfix order
    std::size_t depth_ = 0;   ///< numbers that wait at most
};

}  // namespace tarazy
