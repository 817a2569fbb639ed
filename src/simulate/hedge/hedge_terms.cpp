#include "simulate/hedge/hedge_terms.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cassert>

namespace tarazy {
namespace {

constexpr std::array<HedgeParameter, hedge_terms> all_parameters = {{
    {HedgeTerm::trade, "b_T", "trade", "pull of trade with a pole",
     "security and gain bought with autonomy (Morrow 1991)", -1000, 1000, 0, "share of the pole in the state's trade"},
    {HedgeTerm::finance, "b_I", "finance", "pull of a pole's loans and investment",
     "inducement; security and gain bought with autonomy (Morrow 1991)", -1000, 1000, 0,
     "share of the pole in foreign finance and investment"},
    {HedgeTerm::assurance, "b_S", "assurance", "pull of a pole's security assurance",
     "alliances as security bought with autonomy (Altfeld 1984; Smith 1995)", -1000, 1000, 0,
     "commitment of the pole times the probability that it honours it"},
    {HedgeTerm::coercion, "b_C", "coercion", "pull of a pole's coercive pressure: distance is punished",
     "coercion punishes distance, so that the sign is fixed", 0, 1000, 0, "coercive pressure of the pole"},
    {HedgeTerm::influence, "b_A", "influence", "pull of anything else that a pole has to offer",
     "none of its own; a place for what a scenario supposes", -1000, 1000, 0, "any other attraction of the pole"},
    {HedgeTerm::neighbours, "b_N", "neighbours", "pull of where the neighbours are",
     "convoy and reputation in a region", -200, 200, 0, ""},
    {HedgeTerm::entrapment, "k", "entrapment", "cost of concentration on a pole: dependence and entrapment",
     "entrapment (Snyder 1984); offsetting ties as insurance (Kuik 2008; Lim & Cooper 2015)", 0, 2000, 0, ""},
    {HedgeTerm::inertia, "e", "inertia", "cost of a change since the year before",
     "domestic legitimacy, inertia of the bureaucracy", 0, 2000, 0, ""},
    {HedgeTerm::precision, "f", "precision", "precision of the observed shares, of their Dirichlet distribution",
     "shares as Dirichlet observations", 0.01, 1e6, 100, ""},
}};

}  // namespace

std::span<const HedgeParameter> hedge_parameters() noexcept {
    return all_parameters;
}

const HedgeParameter& hedge_parameter(HedgeTerm term) noexcept {
    const HedgeParameter& found = all_parameters[static_cast<std::size_t>(term)];
    assert(found.term == term);
    return found;
}

std::optional<HedgeTerm> hedge_term_called(std::string_view text) noexcept {
    for (const HedgeParameter& parameter : all_parameters) {
        if (text == parameter.symbol || text == parameter.name) return parameter.term;
    }
    return std::nullopt;
}

std::vector<std::string> hedge_symbols() {
    std::vector<std::string> symbols;
    for (const HedgeParameter& parameter : all_parameters) symbols.emplace_back(parameter.symbol);
    return symbols;
}

HedgeCoefficients::HedgeCoefficients() {
    for (std::size_t i = 0; i < hedge_terms; ++i) values_[i] = all_parameters[i].otherwise;
}

std::vector<HedgeTerm> hedge_terms_listed(std::span<const std::string> texts, std::string_view option) {
    std::vector<HedgeTerm> terms;
    for (const std::string& text : texts) {
        const std::optional<HedgeTerm> term = hedge_term_called(text);
        if (!term)
            throw UsageError(std::string(option) + ": there is no parameter '" + text + "'; " +
                             name_hint(text, hedge_symbols()));
        if (std::ranges::find(terms, *term) != terms.end())
            throw UsageError(std::string(option) + ": '" + text + "' stands twice");
        terms.push_back(*term);
    }
    std::ranges::sort(terms);
    return terms;
}

HedgeCoefficients hedge_coefficients_given(std::span<const std::string> texts, std::string_view option) {
    HedgeCoefficients values;
    for (const std::string& text : texts) {
        const std::size_t sign = text.find('=');
        if (sign == std::string::npos) throw UsageError(std::string(option) + " is '" + text + "'; give SYMBOL=NUMBER");
        const std::string symbol = text.substr(0, sign);
        const std::optional<HedgeTerm> term = hedge_term_called(symbol);
        if (!term)
            throw UsageError(std::string(option) + ": there is no parameter '" + symbol + "'; " +
                             name_hint(symbol, hedge_symbols()));
        const HedgeParameter& parameter = hedge_parameter(*term);
        const double value = number_argument(text.substr(sign + 1), option);
        check_between(value, parameter.least, parameter.most, std::string(option) + " " + symbol);
        values[*term] = value;
    }
    return values;
}

}  // namespace tarazy
