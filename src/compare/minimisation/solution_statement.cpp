#include "compare/minimisation/solution_statement.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "compare/sets/expression.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view forms =
    "say 'models stay', 'A*~B is a term of some model' (or 'every model'), 'term contains A in every model', 'term "
    "over "
    "CASE contains A in every model', 'A + B is a model', 'A + B is the only model', 'there is one model', 'there is a "
    "model', 'A is necessary at 0.9' or 'A*B is "
    "sufficient at 0.8'";

[[noreturn]] void refuse(std::string_view text) {
    throw UsageError("claim '" + std::string(text) + "' is not understood; " + std::string(forms));
}

/// Words with single blanks between them, so that statements may be spaced as one likes.
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

Literals one_term(std::string_view text, std::string_view statement, const PropertySpace& space) {
    const std::vector<Literals> terms = parse_expression(text, space);
    if (terms.size() != 1) {
        throw UsageError("claim '" + std::string(statement) + "': '" + std::string(text) + "' is not one term");
    }
    return terms.front();
}

/// Takes `some model` or `every model` off the end.
bool take_quantifier(std::string_view& text, bool& every) {
    if (take_back(text, " every model")) return every = true;
    return take_back(text, " some model");
}

bool read_relation(std::string_view text, const PropertySpace& space, SolutionStatement& statement) {
    for (const auto& [word, kind, cut] : {std::tuple(" is necessary", StatementKind::necessary, 0.9),
                                          std::tuple(" is sufficient", StatementKind::sufficient, 0.8)}) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) continue;
        std::string_view rest = text.substr(at + std::string_view(word).size());
        statement.cut = cut;
        if (take_front(rest, " at ")) {
            const std::optional<double> number = parse_real(rest);
            if (!number || *number < 0 || *number > 1) {
                throw UsageError("claim '" + statement.text + "': '" + std::string(rest) +
                                 "' is no cut-off from 0 to 1");
            }
            statement.cut = *number;
        } else if (!rest.empty()) {
            return false;
        }
        statement.kind = kind;
        statement.expression = parse_expression(text.substr(0, at), space);
        return true;
    }
    return false;
}

/// Takes `over CASE contains ` off the front of what stands behind `term `. Names may hold ` contains ` themselves.
bool take_case(std::string_view& text, std::span<const std::string> cases, SolutionStatement& statement) {
    constexpr std::string_view verb = " contains ";
    const std::string_view named = text;
    for (std::size_t end = named.find(verb); end != std::string_view::npos; end = named.find(verb, end + 1)) {
        const auto called = [&](const std::string& name) { return single_spaced(name) == named.substr(0, end); };
        const auto found = std::ranges::find_if(cases, called);
        if (found == cases.end()) continue;
        statement.over = static_cast<std::size_t>(found - cases.begin());
        text.remove_prefix(end + verb.size());
        return true;
    }
    const std::size_t end = named.find(verb);
    if (end == std::string_view::npos) return false;
    const std::string name(named.substr(0, end));
    throw UsageError("claim '" + statement.text + "': '" + name + "' is no case of the comparison; " +
                     name_hint(name, cases));
}

bool read_about_models(std::string_view text, const PropertySpace& space, std::span<const std::string> cases,
                       SolutionStatement& statement) {
    if (text == "models stay") {
        statement.kind = StatementKind::same_models;
    } else if (text == "there is one model") {
        statement.kind = StatementKind::one_model;
    } else if (text == "there is a model") {
        statement.kind = StatementKind::some_model;
    } else if (take_back(text, " is the only model")) {
        statement.kind = StatementKind::is_only_model;
        statement.expression = parse_expression(text, space);
    } else if (take_back(text, " is a model")) {
        statement.kind = StatementKind::is_model;
        statement.expression = parse_expression(text, space);
    } else if (take_quantifier(text, statement.every_model)) {
        if (take_back(text, " is a term of")) {
            statement.kind = StatementKind::term_of_model;
            statement.expression = {one_term(text, statement.text, space)};
            return true;
        }
        statement.every_term = take_front(text, "every ");
        if (!statement.every_term) take_front(text, "some ");
        if (!take_back(text, " in")) return false;
        if (take_front(text, "term over ")) {
            if (!take_case(text, cases, statement)) return false;
        } else if (!take_front(text, "term contains ")) {
            return false;
        }
        statement.kind = StatementKind::term_contains;
        statement.expression = {one_term(text, statement.text, space)};
    } else {
        return false;
    }
    std::ranges::sort(statement.expression);
    return true;
}

bool term_holds(const SolutionStatement& statement, Literals term) {
    const Literals wanted = statement.expression.front();
    return statement.kind == StatementKind::term_of_model ? term == wanted : wanted.covers(term);
}

bool model_holds(const SolutionStatement& statement, const std::vector<Literals>& model,
                 const std::optional<Literals>& over) {
    const auto good = [&](Literals term) { return term_holds(statement, term); };
    if (statement.over) {
        const auto covers = [&](Literals term) { return over && term.covers(*over); };
        const auto contradicts = [&](Literals term) { return covers(term) && !good(term); };
        return std::ranges::any_of(model, [&](Literals term) { return covers(term) && good(term); }) &&
               !(statement.every_term && std::ranges::any_of(model, contradicts));
    }
    return statement.every_term ? std::ranges::all_of(model, good) : std::ranges::any_of(model, good);
}

}  // namespace

SolutionStatement parse_statement(std::string_view text, const PropertySpace& space,
                                  std::span<const std::string> cases) {
    SolutionStatement statement;
    statement.text = single_spaced(text);
    std::string_view rest = statement.text;
    for (const SolutionKind kind : solution_kinds) {
        if (!take_front(rest, std::string(to_string(kind)) + ":")) continue;
        statement.solution = kind;
        take_front(rest, " ");
    }
    if (read_relation(rest, space, statement)) {
        if (statement.solution) {
            throw UsageError("claim '" + statement.text + "' is about sets and not about a solution: leave out '" +
                             std::string(to_string(*statement.solution)) + ":'");
        }
    } else if (!read_about_models(rest, space, cases, statement)) {
        refuse(text);
    }
    return statement;
}

std::optional<Literals> literals_of_case(const Cases& cases, std::size_t at) {
    if (cases.outcome[at] == 0.5) return std::nullopt;
    Literals found;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        for (unsigned level = 0; level < cases.space.conditions[c].levels; ++level)
            if (literal_membership(cases, c, level, at) > 0.5) found = found | cases.space.literal(c, level);
    }
    return found;
}

std::optional<Literals> literals_over(const SolutionStatement& statement, const Cases& cases) {
    return statement.over ? literals_of_case(cases, *statement.over) : std::nullopt;
}

bool holds(const SolutionStatement& statement, const AllModels& all, const AllModels& before,
           const std::optional<Literals>& over) {
    const auto holds_in = [&](const std::vector<Literals>& model) { return model_holds(statement, model, over); };
    switch (statement.kind) {
        case StatementKind::same_models: return all == before;
        case StatementKind::some_model: return !all.models.empty();
        case StatementKind::one_model: return all.models.size() == 1;
        case StatementKind::is_model: return std::ranges::binary_search(all.models, statement.expression);
        case StatementKind::is_only_model: return all.models.size() == 1 && all.models.front() == statement.expression;
        case StatementKind::term_of_model:
        case StatementKind::term_contains:
            if (all.models.empty()) return false;
            return statement.every_model ? std::ranges::all_of(all.models, holds_in)
                                         : std::ranges::any_of(all.models, holds_in);
        case StatementKind::necessary:
        case StatementKind::sufficient: break;
    }
    return false;
}

bool holds(const SolutionStatement& statement, const Cases& cases) {
    const std::vector<double> x = model_membership(cases, statement.expression);
    const std::optional<double> share = statement.kind == StatementKind::necessary
                                            ? necessity(x, cases.outcome, cases.weights).inclusion
                                            : sufficiency(x, cases.outcome, cases.weights).consistency;
    return share && *share >= statement.cut - 1e-9;
}

}  // namespace tarazy
