#pragma once

// For tests and the fuzz target: what must hold of any text that is taken for a query.

#include "trace/causal_types/query_evaluation.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// Nothing, or what is wrong: a query is refused with a word, or has a value at the flat shares, the same when it is
/// written again as it was kept.
inline std::optional<std::string> causal_query_fault(std::string_view text) {
    static const CausalModel model = parse_causal_model("X -> M -> Y; X -> Y; X <-> Y");
    try {
        const CompiledQuery query(model, parse_causal_query(text, "", model.names()));
        const QueryValue value = query.evaluate(model, flat_shares(model));
        if (!(value.given >= -1e-12 && value.given <= 1 + 1e-9))
            return "the probability of the given is no probability";
        const CompiledQuery again(model,
                                  parse_causal_query(query.query().text, query.query().given_text, model.names()));
        const QueryValue same = again.evaluate(model, flat_shares(model));
        if (std::isfinite(value.together) && same.together != value.together) return "read again it has another value";
        return std::nullopt;
    } catch (const InputError& error) {
        return std::string(error.what()).empty() ? std::optional<std::string>("refused without a word") : std::nullopt;
    } catch (const LimitError&) {
        return std::nullopt;
    }
}

}  // namespace tarazy
