#include "trace/causal_types/causal_expression.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tarazy {
namespace {

using CausalKind = CausalExpression::Kind;

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}
bool continues_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '.';
}

/// Reads one expression by descending through the operators.
class CausalReader {
public:
    CausalReader(std::string_view text, std::span<const std::string> nodes, const Problem& at,
                 std::vector<PotentialOutcome>& outcomes)
        : text_(text), nodes_(nodes), at_(at), outcomes_(outcomes) {}

    CausalExpression whole() {
        if (text_.size() > longest_causal_query) refuse("the expression is too long", "ask it in parts");
        CausalExpression read = either();
        skip_blanks();
        if (place_ < text_.size()) refuse("there is more than can be read", "one operator stands between two values");
        return read;
    }

private:
    [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const {
        std::size_t characters = 1;
        for (std::size_t i = 0; i < std::min(place_, text_.size()); ++i)
            characters += (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U ? 1 : 0;
        throw InputError(Problem{
            at_.file, at_.line, at_.column,
            "in '" + std::string(text_.substr(0, 200)) + "', at character " + std::to_string(characters) + ": " + what,
            remedy});
    }

    void skip_blanks() {
        while (place_ < text_.size() &&
               (text_[place_] == ' ' || text_[place_] == '\t' || text_[place_] == '\n' || text_[place_] == '\r'))
            ++place_;
    }
    bool accept(std::string_view sign) {
        skip_blanks();
        if (!text_.substr(place_).starts_with(sign)) return false;
        place_ += sign.size();
        return true;
    }
    void expect(std::string_view sign) {
        if (!accept(sign)) refuse("a '" + std::string(sign) + "' is lacking", "close what was opened");
    }

    /// Counts how deep the reader has descended.
    class Descent {
    public:
        explicit Descent(CausalReader& reader) : reader_(reader) {
            if (++reader_.depth_ > deepest_causal_query)
                reader_.refuse("brackets are nested too deep", "write it flatter");
        }
        ~Descent() { --reader_.depth_; }
        Descent(const Descent&) = delete;
        Descent& operator=(const Descent&) = delete;

    private:
        CausalReader& reader_;
    };

    static CausalExpression join(CausalKind kind, CausalExpression left, CausalExpression right) {
        CausalExpression both{kind};
        both.parts.push_back(std::move(left));
        both.parts.push_back(std::move(right));
        return both;
    }
    /// Long chains lie in one list of parts, so that they are no deeper than their brackets.
    static void append(CausalExpression& chain, CausalKind kind, CausalExpression next) {
        if (chain.kind == kind && !chain.parts.empty() && chain.number == 1) {
            chain.parts.push_back(std::move(next));
            return;
        }
        chain = join(kind, std::move(chain), std::move(next));
        chain.number = 1;  // marks a chain of this loop, not one in brackets
    }

    CausalExpression either() {
        const Descent descent(*this);
        CausalExpression left = both();
        while (accept("||") || accept("|")) append(left, CausalKind::either, both());
        left.number = left.kind == CausalKind::number ? left.number : 0;
        return left;
    }
    CausalExpression both() {
        CausalExpression left = negation();
        while (accept("&&") || accept("&")) append(left, CausalKind::both, negation());
        if (left.kind != CausalKind::number) left.number = 0;
        return left;
    }
    CausalExpression negation() {
        skip_blanks();
        if (place_ < text_.size() && text_[place_] == '!' && !text_.substr(place_).starts_with("!=")) {
            const Descent descent(*this);
            ++place_;
            CausalExpression one{CausalKind::negation};
            one.parts.push_back(negation());
            return one;
        }
        return comparison();
    }
    CausalExpression comparison() {
        CausalExpression left = sum();
        static constexpr std::array<std::pair<std::string_view, CausalKind>, 7> signs = {{{"==", CausalKind::equal},
                                                                                          {"!=", CausalKind::unequal},
                                                                                          {"<=", CausalKind::at_most},
                                                                                          {">=", CausalKind::at_least},
                                                                                          {"<", CausalKind::less},
                                                                                          {">", CausalKind::more},
                                                                                          {"=", CausalKind::equal}}};
        for (const auto& [sign, kind] : signs)
            if (accept(sign)) return join(kind, std::move(left), sum());
        return left;
    }
    CausalExpression sum() {
        CausalExpression left = product();
        for (;;) {
            if (accept("+")) {
                append(left, CausalKind::sum, product());
            } else if (accept("-")) {
                CausalExpression minus{CausalKind::minus};
                minus.parts.push_back(product());
                append(left, CausalKind::sum, std::move(minus));
            } else {
                if (left.kind != CausalKind::number) left.number = 0;
                return left;
            }
        }
    }
    CausalExpression product() {
        CausalExpression left = sign();
        while (accept("*")) append(left, CausalKind::product, sign());
        if (left.kind != CausalKind::number) left.number = 0;
        return left;
    }
    CausalExpression sign() {
        if (!accept("-")) return primary();
        const Descent descent(*this);
        CausalExpression one{CausalKind::minus};
        one.parts.push_back(sign());
        return one;
    }
    CausalExpression primary() {
        skip_blanks();
        if (accept("(")) {
            CausalExpression inside = either();
            expect(")");
            return inside;
        }
        if (place_ < text_.size() && begins_name(text_[place_])) {
            CausalExpression one{CausalKind::outcome};
            one.outcome = outcome();
            return one;
        }
        CausalExpression one{CausalKind::number};
        one.number = number();
        return one;
    }
    double number() {
        skip_blanks();
        std::size_t end = place_;
        while (end < text_.size() && ((text_[end] >= '0' && text_[end] <= '9') || text_[end] == '.')) ++end;
        const auto read = parse_real(text_.substr(place_, end - place_));
        if (!read) refuse("a value is lacking", "write a node, a number or a bracket");
        place_ = end;
        return *read;
    }

    std::size_t node() {
        skip_blanks();
        std::size_t end = place_;
        while (end < text_.size() && continues_name(text_[end])) ++end;
        const std::string_view name = text_.substr(place_, end - place_);
        const auto found = std::ranges::find(nodes_, name);
        if (name.empty()) refuse("the name of a node is lacking", "write a node and its value: Y[X=1]");
        if (found == nodes_.end())
            refuse("'" + std::string(name) + "' is no node of the model", name_hint(name, nodes_));
        place_ = end;
        return static_cast<std::size_t>(found - nodes_.begin());
    }
    /// A node with what is set by hand.
    std::size_t outcome() {
        const Descent descent(*this);
        PotentialOutcome one{node()};
        if (accept("[")) {
            do {
                PotentialOutcome::Intervention set{node(), std::nullopt, 0};
                for (const PotentialOutcome::Intervention& other : one.set)
                    if (other.node == set.node) refuse("'" + nodes_[set.node] + "' is set twice", "set each node once");
                if (!accept("==")) expect("=");
                skip_blanks();
                if (place_ < text_.size() && begins_name(text_[place_])) {
                    set.outcome = outcome();
                } else {
                    const double value = number();
                    if (value != 0 && value != 1) refuse("a node is set to " + number_text(value), "set it to 0 or 1");
                    set.value = value == 1 ? 1 : 0;
                }
                one.set.push_back(set);
            } while (accept(","));
            expect("]");
        }
        std::ranges::sort(one.set, {}, &PotentialOutcome::Intervention::node);
        const auto known = std::ranges::find(outcomes_, one);
        if (known != outcomes_.end()) return static_cast<std::size_t>(known - outcomes_.begin());
        outcomes_.push_back(std::move(one));
        return outcomes_.size() - 1;
    }

    std::string_view text_;
    std::span<const std::string> nodes_;
    const Problem& at_;
    std::vector<PotentialOutcome>& outcomes_;
    std::size_t place_ = 0, depth_ = 0;
};

}  // namespace

CausalQuery parse_causal_query(std::string_view text, std::string_view given, std::span<const std::string> nodes,
                               const Problem& at) {
    CausalQuery query;
    if (const std::size_t bar = text.find(":|:"); bar != std::string_view::npos) {
        if (!trimmed(given).empty()) {
            throw InputError(Problem{at.file, at.line, at.column, "what is given stands in the query and beside it",
                                     "keep one of the two"});
        }
        given = text.substr(bar + 3);
        text = text.substr(0, bar);
    }
    query.text = trimmed(text);
    query.value = CausalReader(query.text, nodes, at, query.outcomes).whole();
    const std::string_view known = trimmed(given);
    if (known.empty() || known == "-" || known == "ALL" || known == "all") return query;
    query.given_text = known;
    query.given = CausalReader(query.given_text, nodes, at, query.outcomes).whole();
    return query;
}

double value_of_expression(const CausalExpression& expression, std::span<const unsigned char> outcomes) {
    const auto part = [&](std::size_t i) { return value_of_expression(expression.parts[i], outcomes); };
    switch (expression.kind) {
        case CausalKind::number: return expression.number;
        case CausalKind::outcome: return outcomes[expression.outcome];
        case CausalKind::negation: return part(0) == 0 ? 1 : 0;
        case CausalKind::minus: return -part(0);
        case CausalKind::both:
            for (std::size_t i = 0; i < expression.parts.size(); ++i)
                if (part(i) == 0) return 0;
            return 1;
        case CausalKind::either:
            for (std::size_t i = 0; i < expression.parts.size(); ++i)
                if (part(i) != 0) return 1;
            return 0;
        case CausalKind::equal: return part(0) == part(1) ? 1 : 0;
        case CausalKind::unequal: return part(0) != part(1) ? 1 : 0;
        case CausalKind::less: return part(0) < part(1) ? 1 : 0;
        case CausalKind::more: return part(0) > part(1) ? 1 : 0;
        case CausalKind::at_most: return part(0) <= part(1) ? 1 : 0;
        case CausalKind::at_least: return part(0) >= part(1) ? 1 : 0;
        case CausalKind::sum: {
            double all = 0;
            for (std::size_t i = 0; i < expression.parts.size(); ++i) all += part(i);
            return all;
        }
        case CausalKind::product: {
            double all = 1;
            for (std::size_t i = 0; i < expression.parts.size(); ++i) all *= part(i);
            return all;
        }
    }
    return 0;
}

}  // namespace tarazy
