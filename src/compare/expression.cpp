#include "compare/expression.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"

#include <charconv>
#include <optional>

namespace tarazy {
namespace {

class ExpressionReader {
public:
    ExpressionReader(std::string_view text, const PropertySpace& space) : text_(text), space_(space) {}

    std::vector<Literals> sum() {
        std::vector<Literals> terms = product();
        while (take('+')) {
            for (const Literals term : product()) terms.push_back(term);
        }
        if (at_ < text_.size()) fail(at_, "expected '+' or '*' here");
        return terms;
    }

private:
    std::vector<Literals> product() {
        std::vector<Literals> terms = {Literals{}};
        do {
            const Literals choices = factor();
            std::vector<Literals> longer;
            for (const Literals term : terms) {
                for (unsigned literal = 0; literal < Literals::most; ++literal) {
                    const Literals joined = term | Literals::one(literal);
                    if (choices.has(literal) && !space_.contradictory(joined)) longer.push_back(joined);
                }
            }
            terms = std::move(longer);
        } while (take('*'));
        return terms;
    }

    /// The literals any of which makes the factor true.
    Literals factor() {
        const bool negated = take('~');
        blanks();
        const std::size_t start = at_;
        while (at_ < text_.size() && std::string_view("*+~{},").find(text_[at_]) == std::string_view::npos) ++at_;
        std::string_view name = text_.substr(start, at_ - start);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        if (name.empty()) fail(start, "expected the name of a condition here");
        const std::size_t condition = find(name, start);
        const std::optional<unsigned> level = braces(condition);
        if (!level && space_.conditions[condition].multi_value) {
            fail(start, "'" + std::string(name) + "' has several values; write " + std::string(name) + "{1}");
        }
        const Literals here = space_.literal(condition, level.value_or(1));
        return negated ? space_.of(condition).without(here) : here;
    }

    std::size_t find(std::string_view name, std::size_t start) const {
        std::vector<std::string> names;
        for (std::size_t c = 0; c < space_.size(); ++c) {
            if (space_.conditions[c].name == name) return c;
            names.push_back(space_.conditions[c].name);
        }
        fail(start, "there is no condition '" + std::string(name) + "'; " + name_hint(name, names));
    }

    std::optional<unsigned> braces(std::size_t condition) {
        if (!take('{')) return std::nullopt;
        blanks();
        unsigned level = 0;
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), level);
        if (error != std::errc() || level >= space_.conditions[condition].levels) {
            fail(at_, "'" + space_.conditions[condition].name + "' has the values 0 to " +
                          std::to_string(space_.conditions[condition].levels - 1));
        }
        at_ += static_cast<std::size_t>(end - begin);
        if (!take('}')) fail(at_, "expected '}' here");
        return level;
    }

    void blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    bool take(char wanted) {
        blanks();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    [[noreturn]] void fail(std::size_t byte, const std::string& what) const {
        std::size_t character = 1;
        for (std::size_t i = 0; i < byte && i < text_.size(); ++i) {
            if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U) ++character;
        }
        throw UsageError("'" + std::string(text_) + "', character " + std::to_string(character) + ": " + what);
    }

    std::string_view text_;
    const PropertySpace& space_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Literals> parse_expression(std::string_view text, const PropertySpace& space) {
    return ExpressionReader(text, space).sum();
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
