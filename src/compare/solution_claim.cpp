#include "compare/solution_claim.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "compare/expression.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view forms =
    "say 'models stay', 'A*~B is a term of some model' (or 'every model'), 'term contains A in every model', 'A + B is "
    "a "
    "model', 'A + B is the only model', 'there is one model', 'there is a model', 'A is necessary at 0.9' or 'A*B is "
    "sufficient at 0.8'";

[[noreturn]] void refuse(std::string_view text) {
    throw UsageError("claim '" + std::string(text) + "' is not understood; " + std::string(forms));
}

/// Words with single blanks between them, so that claims may be spaced as one likes.
std::string single_spaced(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\t';
        if (!blank) result += letter;
        if (blank && !result.empty() && result.back() != ' ') result += ' ';
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

bool take_front(std::string_view& text, std::string_view front) {
    if (!text.starts_with(front)) return false;
    text.remove_prefix(front.size());
    return true;
}

bool take_back(std::string_view& text, std::string_view back) {
    if (!text.ends_with(back)) return false;
    text.remove_suffix(back.size());
    return true;
}

Literals one_term(std::string_view text, std::string_view claim, const PropertySpace& space) {
    const std::vector<Literals> terms = parse_expression(text, space);
    if (terms.size() != 1) {
        throw UsageError("claim '" + std::string(claim) + "': '" + std::string(text) + "' is not one term");
    }
    return terms.front();
}

/// Takes `some model` or `every model` off the end.
bool take_quantifier(std::string_view& text, bool& every) {
    if (take_back(text, " every model")) return every = true;
    return take_back(text, " some model");
}

bool read_relation(std::string_view text, const PropertySpace& space, SolutionClaim& claim) {
    for (const auto& [word, kind, cut] : {std::tuple(" is necessary", ClaimKind::necessary, 0.9),
                                          std::tuple(" is sufficient", ClaimKind::sufficient, 0.8)}) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) continue;
        std::string_view rest = text.substr(at + std::string_view(word).size());
        claim.cut = cut;
        if (take_front(rest, " at ")) {
            const std::optional<double> number = parse_real(rest);
            if (!number || *number < 0 || *number > 1) {
                throw UsageError("claim '" + claim.text + "': '" + std::string(rest) + "' is no cut-off from 0 to 1");
            }
            claim.cut = *number;
        } else if (!rest.empty()) {
            return false;
        }
        claim.kind = kind;
        claim.expression = parse_expression(text.substr(0, at), space);
        return true;
    }
    return false;
}

bool read_about_models(std::string_view text, const PropertySpace& space, SolutionClaim& claim) {
    if (text == "models stay") {
        claim.kind = ClaimKind::same_models;
    } else if (text == "there is one model") {
        claim.kind = ClaimKind::one_model;
    } else if (text == "there is a model") {
        claim.kind = ClaimKind::some_model;
    } else if (take_back(text, " is the only model")) {
        claim.kind = ClaimKind::is_only_model;
        claim.expression = parse_expression(text, space);
    } else if (take_back(text, " is a model")) {
        claim.kind = ClaimKind::is_model;
        claim.expression = parse_expression(text, space);
    } else if (take_quantifier(text, claim.every_model)) {
        if (take_back(text, " is a term of")) {
            claim.kind = ClaimKind::term_of_model;
            claim.expression = {one_term(text, claim.text, space)};
            return true;
        }
        claim.every_term = take_front(text, "every ");
        if (!claim.every_term) take_front(text, "some ");
        if (!take_front(text, "term contains ") || !take_back(text, " in")) return false;
        claim.kind = ClaimKind::term_contains;
        claim.expression = {one_term(text, claim.text, space)};
    } else {
        return false;
    }
    std::ranges::sort(claim.expression);
    return true;
}

bool term_holds(const SolutionClaim& claim, Literals term) {
    const Literals wanted = claim.expression.front();
    return claim.kind == ClaimKind::term_of_model ? term == wanted : wanted.covers(term);
}

bool model_holds(const SolutionClaim& claim, const std::vector<Literals>& model) {
    const auto good = [&](Literals term) { return term_holds(claim, term); };
    return claim.every_term ? std::ranges::all_of(model, good) : std::ranges::any_of(model, good);
}

}  // namespace

SolutionClaim parse_claim(std::string_view text, const PropertySpace& space) {
    SolutionClaim claim;
    claim.text = single_spaced(text);
    std::string_view rest = claim.text;
    for (const SolutionKind kind : solution_kinds) {
        if (!take_front(rest, std::string(to_string(kind)) + ":")) continue;
        claim.solution = kind;
        take_front(rest, " ");
    }
    if (read_relation(rest, space, claim)) {
        if (claim.solution) {
            throw UsageError("claim '" + claim.text + "' is about sets and not about a solution: leave out '" +
                             std::string(to_string(*claim.solution)) + ":'");
        }
    } else if (!read_about_models(rest, space, claim)) {
        refuse(text);
    }
    return claim;
}

bool holds(const SolutionClaim& claim, const AllModels& all, const AllModels& before) {
    const auto holds_in = [&](const std::vector<Literals>& model) { return model_holds(claim, model); };
    switch (claim.kind) {
        case ClaimKind::same_models: return all == before;
        case ClaimKind::some_model: return !all.models.empty();
        case ClaimKind::one_model: return all.models.size() == 1;
        case ClaimKind::is_model: return std::ranges::binary_search(all.models, claim.expression);
        case ClaimKind::is_only_model: return all.models.size() == 1 && all.models.front() == claim.expression;
        case ClaimKind::term_of_model:
        case ClaimKind::term_contains:
            if (all.models.empty()) return false;
            return claim.every_model ? std::ranges::all_of(all.models, holds_in)
                                     : std::ranges::any_of(all.models, holds_in);
        case ClaimKind::necessary:
        case ClaimKind::sufficient: break;
    }
    return false;
}

bool holds(const SolutionClaim& claim, const Cases& cases) {
    const std::vector<double> x = model_membership(cases, claim.expression);
    const std::optional<double> share = claim.kind == ClaimKind::necessary
                                            ? necessity(x, cases.outcome, cases.weights).inclusion
                                            : sufficiency(x, cases.outcome, cases.weights).consistency;
    return share && *share >= claim.cut - 1e-9;
}

}  // namespace tarazy
