#include "compare/sets/expression.hpp"

#include "base/error.hpp"
#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "compare/sets/level_list.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view blank = " \t\r\n", operators = "*+~{}[](),";
constexpr std::size_t most_products = 4 * most_expression_terms;  // on the way, before shorter terms take longer ones
constexpr int deepest = 200;

/// Without terms that another one covers; the order stays.
std::vector<Literals> without_covered(const std::vector<Literals>& terms) {
    std::vector<Literals> kept;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        bool covered = false;
        for (std::size_t j = 0; j < terms.size() && !covered; ++j)
            covered = j != i && terms[j].covers(terms[i]) && (terms[j] != terms[i] || j < i);
        if (!covered) kept.push_back(terms[i]);
    }
    return kept;
}

class ExpressionReader {
public:
    ExpressionReader(std::string_view text, const PropertySpace& space) : text_(text), space_(space) {}

    std::vector<Literals> whole() {
        std::vector<Literals> terms = sum(false);
        blanks();
        if (at_ == text_.size()) return terms;
        refuse_signs(text_.substr(at_), at_);
        fail(at_, text_[at_] == ')' ? "this bracket closes none" : "expected '+' or '*' here");
    }

private:
    // Negation is carried inwards, where it turns sums into products and products into sums.

    std::vector<Literals> sum(bool negated) {
        std::vector<Literals> terms = product(negated);
        while (take('+')) terms = negated ? multiplied(terms, product(true)) : joined(std::move(terms), product(false));
        return terms;
    }

    std::vector<Literals> product(bool negated) {
        std::vector<Literals> terms = factor(negated);
        while (take('*')) {
            terms =
                negated ? without_covered(joined(std::move(terms), factor(true))) : multiplied(terms, factor(false));
        }
        return terms;
    }

    std::vector<Literals> factor(bool negated) {
        if (depth_ == deepest) fail(at_, "brackets and negations are nested too deeply");
        ++depth_;
        std::vector<Literals> terms;
        if (take('~')) {
            terms = factor(!negated);
        } else if (const std::size_t opening = at_; take('(')) {
            terms = sum(negated);
            if (!take(')')) {
                refuse_signs(text_.substr(at_), at_);
                fail(at_, at_ < text_.size() ? "expected '+', '*' or ')' here"
                                             : "the bracket of character " + place(opening) + " is not closed");
            }
        } else {
            terms = literal(negated);
        }
        --depth_;
        return terms;
    }

    static std::vector<Literals> joined(std::vector<Literals>&& a, const std::vector<Literals>& b) {
        a.insert(a.end(), b.begin(), b.end());
        return std::move(a);
    }

    std::vector<Literals> multiplied(const std::vector<Literals>& a, const std::vector<Literals>& b) const {
        if (a.size() * b.size() > most_products) refuse_length();
        std::vector<Literals> terms;
        for (const Literals left : a) {
            for (const Literals right : b) {
                if (!space_.contradictory(left | right)) terms.push_back(left | right);
            }
        }
        if (a.size() > 1 && b.size() > 1) terms = without_covered(terms);
        if (terms.size() > most_expression_terms) refuse_length();
        return terms;
    }

    /// A condition, perhaps with levels, any of which makes it true; negated, any of the other levels does.
    std::vector<Literals> literal(bool negated) {
        blanks();
        const std::size_t start = at_, condition = name();
        const Condition& named = space_.conditions[condition];
        blanks();
        Literals chosen;
        if (at_ < text_.size() && (text_[at_] == '{' || text_[at_] == '[')) {
            for (const unsigned level : levels(named)) chosen = chosen | space_.literal(condition, level);
        } else {
            if (named.multi_value) fail(start, "'" + named.name + "' has several values; write " + named.name + "{1}");
            chosen = space_.literal(condition, 1);
        }
        if (negated) chosen = space_.of(condition).without(chosen);
        std::vector<Literals> terms;
        for (unsigned literal = 0; literal < Literals::most; ++literal)
            if (chosen.has(literal)) terms.push_back(Literals::one(literal));
        return terms;
    }

    std::vector<unsigned> levels(const Condition& condition) {
        const auto list = read_level_list(text_.substr(at_));
        if (!list)
            fail(at_, "write the values of '" + condition.name + "' as whole numbers: " + condition.name + "{1}, or " +
                          condition.name + "{0,1} for either");
        for (const unsigned level : list->levels) {
            if (level >= condition.levels)
                fail(at_ + 1, "'" + condition.name + "' has the values 0 to " + std::to_string(condition.levels - 1));
        }
        at_ += list->length;
        return list->levels;
    }

    /// The condition whose name stands here: the longest that fits, since names may hold brackets of their own.
    std::size_t name() {
        std::size_t found = space_.size(), length = 0;
        for (std::size_t c = 0; c < space_.size(); ++c) {
            const std::string& known = space_.conditions[c].name;
            if (known.size() <= length || !text_.substr(at_).starts_with(known)) continue;
            const std::size_t next = text_.find_first_not_of(blank, at_ + known.size());
            if (next != std::string_view::npos && operators.find(text_[next]) == std::string_view::npos) continue;
            found = c;
            length = known.size();
        }
        if (length == 0) refuse_name();
        at_ += length;
        return found;
    }

    /// Statements of other programs, `A*B => Y`, hold the outcome. @param start  where the part stands in the text
    void refuse_signs(std::string_view part, std::size_t start) const {
        for (const std::string_view sign : {"<->", "<=>", "=>", "<=", "->", "<-"}) {
            const std::size_t at = part.find(sign);
            if (at == std::string_view::npos) continue;
            fail(start + at, "an expression holds conditions only; leave out '" + std::string(sign) +
                                 "' and the outcome, which has an option of its own");
        }
    }

    [[noreturn]] void refuse_name() const {
        std::string_view name = text_.substr(at_, text_.find_first_of(operators, at_) - at_);
        name = name.substr(0, name.find_last_not_of(blank) + 1);
        if (name.empty()) fail(at_, "expected the name of a condition here");
        refuse_signs(name, at_);
        if (name.front() == '!') fail(at_, "negation is written ~");
        if (name.starts_with("1-") || name.starts_with("1 -")) fail(at_, "negation is written ~A, not 1-A");
        std::vector<std::string> names;
        for (const Condition& condition : space_.conditions) {
            if (equal_but_for_case(name, condition.name)) {
                fail(at_, "there is no condition '" + std::string(name) + "'; letter case never negates: write '" +
                              condition.name + "', or '~" + condition.name + "' for its absence");
            }
            names.push_back(condition.name);
        }
        fail(at_, "there is no condition '" + std::string(name) + "'; " + name_hint(name, names));
    }

    void blanks() {
        while (at_ < text_.size() && blank.find(text_[at_]) != std::string_view::npos) ++at_;
    }

    bool take(char wanted) {
        blanks();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    /// Number of the character at this byte, from 1.
    [[nodiscard]] std::string place(std::size_t byte) const {
        std::size_t character = 1;
        for (std::size_t i = 0; i < byte && i < text_.size(); ++i) {
            if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U) ++character;
        }
        return std::to_string(character);
    }

    [[noreturn]] void fail(std::size_t byte, const std::string& what) const {
        throw UsageError("'" + std::string(text_) + "', character " + place(byte) + ": " + what);
    }

    [[noreturn]] void refuse_length() const {
        throw LimitError("'" + std::string(text_) + "' has more than " + std::to_string(most_expression_terms) +
                         " terms when its brackets are multiplied out; write it as a shorter sum of products");
    }

    std::string_view text_;
    const PropertySpace& space_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

std::vector<Literals> parse_expression(std::string_view text, const PropertySpace& space) {
    return ExpressionReader(text, space).whole();
}

std::vector<std::string> expression_list(std::string_view text) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view part) {
        const std::size_t first = part.find_first_not_of(blank);
        if (first == std::string_view::npos) return;
        parts.emplace_back(part.substr(first, part.find_last_not_of(blank) + 1 - first));
    };
    std::size_t start = 0, open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (std::string_view("({[").find(text[at]) != std::string_view::npos) ++open;
        if (std::string_view(")}]").find(text[at]) != std::string_view::npos && open > 0) --open;
        if (text[at] != ',' || open > 0) continue;
        add(text.substr(start, at - start));
        start = at + 1;
    }
    add(text.substr(start));
    return parts;
}

std::vector<std::string> names_in_expression(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto levels = read_level_list(text.substr(at))) {
            at += levels->length;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(operators, at), text.size());
        const std::string_view part = text.substr(at, end - at);
        at = std::max(end, at + 1);
        const std::size_t first = part.find_first_not_of(blank);
        if (first == std::string_view::npos) continue;
        std::string name(part.substr(first, part.find_last_not_of(blank) + 1 - first));
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

std::vector<Literals> parse_expectations(const std::vector<std::string>& texts, const PropertySpace& space) {
    std::vector<Literals> expectations;
    Literals single;
    for (const std::string& text : texts) {
        for (const Literals term : parse_expression(text, space)) {
            expectations.push_back(term);
            if (term.size() == 1) single = single | term;
        }
    }
    for (std::size_t c = 0; c < space.size(); ++c) {
        const Literals both = space.of(c);
        if (space.conditions[c].levels == 2 && both.covers(single))
            throw UsageError("the expectations of " + space.conditions[c].name +
                             " contradict each other; say that it helps, that its absence does, or neither");
    }
    return expectations;
}

}  // namespace tarazy
