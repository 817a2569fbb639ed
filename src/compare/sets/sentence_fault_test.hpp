#pragma once

#include "base/error.hpp"
#include "compare/coincidence/coincidences.hpp"
#include "compare/minimisation/solution_statement.hpp"
#include "compare/sets/expression.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What readers of expressions, sentences and orderings must do with any bytes: give something that fits together, or
/// say what is wrong. Nothing when they do.
[[nodiscard]] inline std::optional<std::string> sentence_fault(std::string_view text) {
    const PropertySpace space({{"A"}, {"B"}, {"C", 3, true}, {"ЖАДЫ"}});
    const auto said = [](const std::exception& error) -> std::optional<std::string> {
        return std::string_view(error.what()).empty() ? std::optional("refused without a word") : std::nullopt;
    };
    try {
        std::vector<Literals> terms = parse_expression(text, space);
        for (const Literals term : terms)
            if (space.contradictory(term)) return "accepted a term that contradicts itself";
        const bool has_empty = std::ranges::any_of(terms, [](Literals term) { return term.empty(); });
        if (!terms.empty() && !has_empty && parse_expression(model_text(space, terms), space) != terms)
            return "an expression does not read back";
    } catch (const UsageError& error) {
        if (auto fault = said(error)) return fault;
    } catch (const LimitError& error) {
        if (auto fault = said(error)) return fault;
    }
    try {
        const std::vector<std::string> cases = {"KAZ", "Beta, Ltd."};
        if (parse_statement(text, space, cases).text.empty()) return "accepted a sentence without text";
    } catch (const UsageError& error) {
        if (auto fault = said(error)) return fault;
    } catch (const LimitError& error) {
        if (auto fault = said(error)) return fault;
    }
    try {
        const CausalOrdering ordering(text, space);
        for (std::size_t a = 0; a < space.size(); ++a)
            if (ordering.allows(a, a)) return "a factor may cause itself";
    } catch (const UsageError& error) {
        if (auto fault = said(error)) return fault;
    }
    return std::nullopt;
}

}  // namespace tarazy
