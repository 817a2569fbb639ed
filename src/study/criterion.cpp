#include "study/criterion.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace {

constexpr const char* grammar =
    "write for example \"> 0.5\", \"<= 3\", \"between 0.2 and 0.4\", \"> 0 with probability 0.9\" or \"term contains "
    "A*~B "
    "in every model\"; or, relative to the comparison states, \"above the median of comparison with probability "
    "0.9\", \"above the 0.75 quantile of comparison\", \"rank <= 3 of comparison\"";

/// Blank-separated words with their places; a relation sign may touch its number.
struct Word {
    std::string text;
    std::size_t column;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t i = 0;
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    const auto sign = [](char c) { return c == '<' || c == '>' || c == '='; };
    while (i < text.size()) {
        if (blank(text[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        const bool is_sign = sign(text[i]);
        while (i < text.size() && !blank(text[i]) && sign(text[i]) == is_sign) ++i;
        words.push_back({std::string(text.substr(begin, i - begin)), begin + 1});
    }
    return words;
}

class Parser {
public:
    explicit Parser(std::string_view text) : words_(words_of(text)), end_(text.size() + 1) {}

    Criterion parse() {
        Criterion criterion = parse_relation();
        if (next_ < words_.size() && criterion.relation != Relation::contains) {
            expect("with");
            expect("probability");
            criterion.probability = parse_probability(criterion.relation);
        }
        if (next_ < words_.size()) fail("'" + words_[next_].text + "' is more than a comparison holds");
        return criterion;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        const std::size_t column = next_ < words_.size() ? words_[next_].column : end_;
        throw InputError(Problem{"", 1, column, what, grammar});
    }

    Criterion parse_relation() {
        if (next_ == words_.size()) fail("the comparison is empty");
        const std::string sign = words_[next_].text;
        if (sign == "term") return parse_term();
        if (sign == "above" || sign == "below") return parse_standing(sign);
        if (sign == "rank") return parse_rank();
        return parse_bounds(sign);
    }

    /// `above the median of comparison`, `below the 0.25 quantile of comparison`
    Criterion parse_standing(const std::string& side) {
        ++next_;
        Criterion criterion;
        criterion.scale = Scale::standing;
        criterion.relation = side == "above" ? Relation::greater : Relation::less;
        expect("the");
        criterion.bound = 0.5;
        if (next_ < words_.size() && words_[next_].text == "median") {
            ++next_;
        } else {
            criterion.bound = parse_number();
            if (criterion.bound <= 0 || criterion.bound >= 1) {
                --next_;
                fail("the quantile " + words_[next_].text + " is not between 0 and 1");
            }
            expect("quantile");
        }
        expect("of");
        expect("comparison");
        return criterion;
    }

    /// `rank <= 3 of comparison`
    Criterion parse_rank() {
        ++next_;
        if (next_ == words_.size()) fail("'rank' is followed by for example '<= 3'");
        Criterion criterion = parse_bounds(words_[next_].text);
        criterion.scale = Scale::rank;
        expect("of");
        expect("comparison");
        return criterion;
    }

    Criterion parse_bounds(const std::string& sign) {
        Criterion criterion;
        if (sign == "between") {
            ++next_;
            criterion.relation = Relation::between;
            criterion.bound = parse_number();
            expect("and");
            criterion.upper = parse_number();
            if (criterion.upper < criterion.bound) {
                --next_;
                fail("'between' names the larger end first");
            }
            return criterion;
        }
        if (sign == ">")
            criterion.relation = Relation::greater;
        else if (sign == ">=")
            criterion.relation = Relation::at_least;
        else if (sign == "<")
            criterion.relation = Relation::less;
        else if (sign == "<=")
            criterion.relation = Relation::at_most;
        else if (sign == "=" || sign == "==")
            criterion.relation = Relation::equal;
        else
            fail("a comparison does not begin with '" + sign + "'");
        ++next_;
        criterion.bound = parse_number();
        return criterion;
    }

    Criterion parse_term() {
        Criterion criterion;
        criterion.relation = Relation::contains;
        expect("term");
        expect("contains");
        if (next_ == words_.size()) fail("a term is missing at the end");
        criterion.term = words_[next_++].text;
        expect("in");
        const std::string share = next_ < words_.size() ? words_[next_].text : "";
        if (share == "every")
            criterion.models = ModelShare::every;
        else if (share == "some")
            criterion.models = ModelShare::some;
        else if (share == "no")
            criterion.models = ModelShare::none;
        else
            fail("'in' is followed by 'every', 'some' or 'no' model");
        ++next_;
        expect("model");
        return criterion;
    }

    double parse_number() {
        if (next_ == words_.size()) fail("a number is missing at the end");
        const auto number = parse_real(words_[next_].text);
        if (!number) fail("'" + words_[next_].text + "' is not a number");
        ++next_;
        return *number;
    }

    double parse_probability(Relation relation) {
        if (relation == Relation::equal) {
            next_ = 0;
            throw InputError(Problem{"", 1, words_[0].column, "'=' takes no probability",
                                     "use 'between a and b with probability p'"});
        }
        const double p = parse_number();
        if (p <= 0 || p >= 1) {
            --next_;
            throw InputError(Problem{"", 1, words_[next_].column,
                                     "the probability " + words_[next_].text + " is not between 0 and 1",
                                     "write for example 'with probability 0.9'"});
        }
        return p;
    }

    void expect(const std::string& word) {
        if (next_ == words_.size()) fail("'" + word + "' is missing at the end");
        if (words_[next_].text != word) fail("found '" + words_[next_].text + "' where '" + word + "' is expected");
        ++next_;
    }

    std::vector<Word> words_;
    std::size_t next_ = 0;
    std::size_t end_;
};

/// 0.975 - 0.025 is a little less than 0.95 in binary.
constexpr double rounding = 1e-9;

bool holds(const Criterion& c, double value) {
    switch (c.relation) {
        case Relation::greater: return value > c.bound;
        case Relation::at_least: return value >= c.bound;
        case Relation::less: return value < c.bound;
        case Relation::at_most: return value <= c.bound;
        case Relation::equal: return std::abs(value - c.bound) <= rounding * std::max(1.0, std::abs(c.bound));
        case Relation::between: return c.bound <= value && value <= c.upper;
        case Relation::contains: break;  // decided by the models, see model_judgement
    }
    return false;
}

bool has_term(const std::string& model, const std::vector<std::string>& wanted) {
    return std::ranges::any_of(split(model, " + "), [&](const std::string& term) {
        const std::vector<std::string> literals = split(term, "*");
        return std::ranges::all_of(
            wanted, [&](const std::string& literal) { return std::ranges::find(literals, literal) != literals.end(); });
    });
}

Judgement model_judgement(const Criterion& c, const Claim& claim) {
    const auto models = models_with_term(c, claim);
    if (!models) return {TestResult::undecided, "the claim lists no models", WhyUndecided::no_models};
    const bool as_declared = c.models == ModelShare::every  ? models->with == models->all
                             : c.models == ModelShare::some ? models->with > 0
                                                            : models->with == 0;
    return {as_declared ? TestResult::passed : TestResult::failed, ""};
}

/// Least probability, as far as the quantiles tell, of lying above `bound` (`inclusive`: at it or above).
double shown_above(const std::vector<Quantile>& quantiles, double bound, bool inclusive) {
    double shown = 0;
    for (const Quantile& q : quantiles) {
        if (q.value > bound || (inclusive && q.value == bound)) shown = std::max(shown, 1 - q.probability);
    }
    return shown;
}

double shown_below(const std::vector<Quantile>& quantiles, double bound, bool inclusive) {
    double shown = 0;
    for (const Quantile& q : quantiles) {
        if (q.value < bound || (inclusive && q.value == bound)) shown = std::max(shown, q.probability);
    }
    return shown;
}

struct Shown {
    double statement, opposite;  ///< least probability of each
};

Shown shown_by(const Criterion& c, const std::vector<Quantile>& quantiles) {
    switch (c.relation) {
        case Relation::greater: return {shown_above(quantiles, c.bound, false), shown_below(quantiles, c.bound, true)};
        case Relation::at_least: return {shown_above(quantiles, c.bound, true), shown_below(quantiles, c.bound, false)};
        case Relation::less: return {shown_below(quantiles, c.bound, false), shown_above(quantiles, c.bound, true)};
        case Relation::at_most: return {shown_below(quantiles, c.bound, true), shown_above(quantiles, c.bound, false)};
        case Relation::between:
            return {std::max(0.0, shown_above(quantiles, c.bound, true) + shown_below(quantiles, c.upper, true) - 1),
                    shown_below(quantiles, c.bound, false) + shown_above(quantiles, c.upper, false)};
        case Relation::equal:
        case Relation::contains: break;
    }
    return {0, 0};
}

/// The most that these quantiles could ever show, so that "cannot tell" is told apart from "could never tell".
bool can_show(const Criterion& c, const std::vector<Quantile>& quantiles) {
    const auto [low, high] = std::ranges::minmax(quantiles, {}, &Quantile::probability);
    const double p = *c.probability - rounding;
    if (c.relation == Relation::between) return high.probability - low.probability >= p;
    return 1 - low.probability >= p && high.probability >= p;
}

}  // namespace

std::string_view quantity_prefix(Scale scale) noexcept {
    switch (scale) {
        case Scale::number: return "";
        case Scale::standing: return "standing_of_";
        case Scale::rank: return "rank_of_";
    }
    return "";
}

std::string_view to_string(TestResult result) noexcept {
    switch (result) {
        case TestResult::passed: return "passed";
        case TestResult::failed: return "failed";
        case TestResult::undecided: return "undecided";
    }
    return "undecided";
}

Criterion parse_criterion(std::string_view text) {
    return Parser(text).parse();
}

std::optional<ModelCount> models_with_term(const Criterion& criterion, const Claim& claim) {
    if (claim.statement.empty() || claim.unit != "models") return std::nullopt;
    const std::vector<std::string> models = split(claim.statement, "; "), wanted = split(criterion.term, "*");
    const auto with = std::ranges::count_if(models, [&](const std::string& model) { return has_term(model, wanted); });
    return ModelCount{static_cast<std::size_t>(with), models.size()};
}

Judgement judge(const Criterion& criterion, const Claim& claim) {
    if (criterion.relation == Relation::contains) return model_judgement(criterion, claim);
    const auto undecided = [](const std::string& reason, WhyUndecided why) {
        return Judgement{TestResult::undecided, reason, why};
    };
    if (!claim.value || std::isnan(*claim.value)) {
        return claim.statement.empty()
                   ? undecided("the data do not tell this number", WhyUndecided::unknown_number)
                   : undecided("the claim is a statement, not a number: " + claim.statement, WhyUndecided::statement);
    }
    if (!criterion.probability) {
        return {holds(criterion, *claim.value) ? TestResult::passed : TestResult::failed, ""};
    }
    const std::string asked = number_text(*criterion.probability);
    if (claim.quantiles.empty()) {
        return undecided("a probability of " + asked + " cannot be judged, since the number has no distribution" +
                             (claim.no_interval.empty() ? "" : ": " + claim.no_interval),
                         WhyUndecided::no_distribution);
    }
    const auto [statement, opposite] = shown_by(criterion, claim.quantiles);
    const double p = *criterion.probability - rounding;
    if (statement >= p) return {TestResult::passed, ""};
    if (opposite >= p) return {TestResult::failed, ""};
    return can_show(criterion, claim.quantiles)
               ? undecided("neither the statement nor its opposite has a probability of " + asked,
                           WhyUndecided::neither_likely_enough)
               : undecided("the quantiles at hand are too few to show a probability of " + asked,
                           WhyUndecided::too_few_quantiles);
}

}  // namespace tarazy
