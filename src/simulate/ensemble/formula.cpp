#include "simulate/ensemble/formula.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace tarazy {
namespace {

using Step = Formula::Step;

struct FormulaFunction {
    std::string_view name;
    Step step;
    std::size_t arguments;
};
constexpr std::array<FormulaFunction, 8> formula_functions = {{{"exp", Step::exp, 1},
                                                               {"log", Step::log, 1},
                                                               {"sqrt", Step::sqrt, 1},
                                                               {"abs", Step::abs, 1},
                                                               {"min", Step::min, 2},
                                                               {"max", Step::max, 2},
                                                               {"clamp", Step::clamp, 3},
                                                               {"if", Step::choose, 3}}};
constexpr std::size_t deepest_formula = 200;

/// How many numbers a step takes; it gives one.
std::size_t operands(Step step) {
    if (step == Step::number || step == Step::name || step == Step::year) return 0;
    for (const FormulaFunction& function : formula_functions)
        if (function.step == step) return function.arguments;
    return step == Step::negate || step == Step::opposite || step == Step::lag ? 1 : 2;
}

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// `and` and `or` are decided by one side where that is enough (Kleene 1952).
double connected(Step step, double a, double b) {
    const bool decides = step == Step::either;
    const auto is = [&](double x, bool truth) { return !std::isnan(x) && (x != 0) == truth; };
    if (is(a, decides) || is(b, decides)) return decides ? 1 : 0;
    return std::isnan(a) || std::isnan(b) ? undefined : decides ? 0 : 1;
}

double pair_value(Step step, double a, double b) {
    if (step == Step::both || step == Step::either) return connected(step, a, b);
    if (std::isnan(a) || std::isnan(b)) return undefined;
    switch (step) {
        case Step::add: return a + b;
        case Step::subtract: return a - b;
        case Step::multiply: return a * b;
        case Step::divide: return b == 0 ? undefined : a / b;
        case Step::power: return a == 0 && b < 0 ? undefined : std::pow(a, b);
        case Step::less: return a < b ? 1 : 0;
        case Step::at_most: return a <= b ? 1 : 0;
        case Step::more: return a > b ? 1 : 0;
        case Step::at_least: return a >= b ? 1 : 0;
        case Step::equal: return a == b ? 1 : 0;
        case Step::unequal: return a != b ? 1 : 0;
        case Step::min: return std::min(a, b);
        default: return std::max(a, b);
    }
}

/// Bounds that are turned round hold no number.
double clamped(double x, double low, double high) {
    return std::isnan(x) || !(low <= high) ? undefined : std::clamp(x, low, high);
}

double single_value(Step step, double a) {
    if (std::isnan(a)) return undefined;
    switch (step) {
        case Step::negate: return -a;
        case Step::opposite: return a == 0 ? 1 : 0;
        case Step::exp: return std::exp(a);
        case Step::log: return a > 0 ? std::log(a) : undefined;
        case Step::sqrt: return std::sqrt(a);
        default: return std::abs(a);
    }
}

/// Recursive descent, a function a level of precedence.
class FormulaReader {
public:
    FormulaReader(std::string_view text, std::span<const std::string> names, std::span<const std::string> outcomes)
        : text_(text), names_(names), outcomes_(outcomes) {}

    std::vector<Formula::Code> read() {
        either();
        if (at_ < text_.size()) refuse_rest();
        return std::move(code_);
    }

private:
    [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const {
        throw UsageError("character " + std::to_string(at_ + 1) + ": " + what + "; " + remedy);
    }
    [[noreturn]] void refuse_rest() const {
        const std::string rest(text_.substr(at_, 10));
        std::string remedy = "write an operator such as + or * between two numbers";
        if (rest.starts_with('=')) remedy = "compare with ==";
        if (rest.starts_with(',')) remedy = "write decimals with a point";
        refuse("'" + rest + "' does not belong here", remedy);
    }
    void blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }
    bool take(std::string_view mark) {
        blanks();
        if (!text_.substr(at_).starts_with(mark)) return false;
        at_ += mark.size();
        return true;
    }
    [[nodiscard]] static bool in_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    }
    [[nodiscard]] std::string_view next_word() {
        blanks();
        std::size_t end = at_;
        while (end < text_.size() && in_word(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }
    bool take_word(std::string_view word) {
        if (next_word() != word) return false;
        at_ += word.size();
        return true;
    }
    void need(std::string_view mark) {
        if (!take(mark)) refuse("'" + std::string(mark) + "' is lacking", "add it");
    }
    void put(Step step, std::uint32_t place = 0, double number = 0) { code_.push_back({step, place, number}); }

    void either() {
        both();
        while (take_word("or")) {
            both();
            put(Step::either);
        }
    }
    void both() {
        opposite();
        while (take_word("and")) {
            opposite();
            put(Step::both);
        }
    }
    void opposite() {
        if (take_word("not")) {
            deeper([&] { opposite(); });
            put(Step::opposite);
        } else {
            comparison();
        }
    }
    void comparison() {
        sum();
        static constexpr std::array<std::pair<std::string_view, Step>, 6> marks = {{{"<=", Step::at_most},
                                                                                    {">=", Step::at_least},
                                                                                    {"==", Step::equal},
                                                                                    {"!=", Step::unequal},
                                                                                    {"<", Step::less},
                                                                                    {">", Step::more}}};
        for (const auto& [mark, step] : marks) {
            if (!take(mark)) continue;
            sum();
            put(step);
            return;
        }
    }
    void sum() {
        product();
        for (;;) {
            if (take("+")) {
                product();
                put(Step::add);
            } else if (take("-")) {
                product();
                put(Step::subtract);
            } else {
                return;
            }
        }
    }
    void product() {
        sign();
        for (;;) {
            if (take("*")) {
                sign();
                put(Step::multiply);
            } else if (take("/")) {
                sign();
                put(Step::divide);
            } else {
                return;
            }
        }
    }
    void sign() {
        if (take("-")) {
            deeper([&] { sign(); });
            put(Step::negate);
        } else {
            power();
        }
    }
    void power() {
        operand();
        if (!take("^")) return;
        deeper([&] { sign(); });  // right to left; 2^-1 is meant
        put(Step::power);
    }
    template <typename Read>
    void deeper(Read read) {
        if (++depth_ > deepest_formula)
            refuse("the formula is nested too deeply", "name its parts as outcomes of their own");
        read();
        --depth_;
    }
    void operand() {
        blanks();
        if (at_ == text_.size()) refuse("the formula ends too early", "add a number or a name");
        if (take("(")) {
            deeper([&] { either(); });
            need(")");
        } else if ((text_[at_] >= '0' && text_[at_] <= '9') || text_[at_] == '.') {
            number();
        } else {
            word();
        }
    }
    void number() {
        std::size_t end = at_;
        while (end < text_.size() &&
               (in_word(text_[end]) || text_[end] == '.' ||
                ((text_[end] == '-' || text_[end] == '+') && (text_[end - 1] == 'e' || text_[end - 1] == 'E'))))
            ++end;
        const std::optional<double> value = parse_real(text_.substr(at_, end - at_));
        if (!value)
            refuse("'" + std::string(text_.substr(at_, end - at_)) + "' is no number", "write it as 12.5 or 1e-3");
        put(Step::number, 0, *value);
        at_ = end;
    }
    void word() {
        const std::string name(next_word());
        if (name.empty())
            refuse("'" + std::string(text_.substr(at_, 1)) + "' does not belong here", "add a number or a name");
        const std::size_t begin = at_;
        at_ += name.size();
        if (take("(")) return call(name, begin);
        const auto found = std::ranges::find(names_, name);
        if (found != names_.end()) return put(Step::name, static_cast<std::uint32_t>(found - names_.begin()));
        if (name == "year") return put(Step::year);
        at_ = begin;
        refuse("there is no number '" + name + "'", name_hint(name, names_));
    }
    void call(const std::string& name, std::size_t begin) {
        if (name == "lag") return lag();
        const auto* function = std::ranges::find(formula_functions, std::string_view(name), &FormulaFunction::name);
        if (function == formula_functions.end()) {
            std::vector<std::string> known = {"lag"};
            for (const FormulaFunction& one : formula_functions) known.emplace_back(one.name);
            at_ = begin;
            refuse("there is no function '" + name + "'", name_hint(name, known));
        }
        for (std::size_t i = 0; i < function->arguments; ++i) {
            if (i > 0) need(",");
            deeper([&] { either(); });
        }
        need(")");
        put(function->step);
    }
    void lag() {
        const std::string name(next_word());
        const auto found = std::ranges::find(outcomes_, name);
        if (found == outcomes_.end()) refuse("there is no outcome '" + name + "'", name_hint(name, outcomes_));
        at_ += name.size();
        need(",");
        deeper([&] { either(); });
        need(")");
        put(Step::lag, static_cast<std::uint32_t>(found - outcomes_.begin()));
    }

    std::string_view text_;
    std::span<const std::string> names_, outcomes_;
    std::vector<Formula::Code> code_;
    std::size_t at_ = 0, depth_ = 0;
};

}  // namespace

bool is_word_of_formulas(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 5> words = {"year", "lag", "and", "or", "not"};
    return std::ranges::find(words, name) != words.end() ||
           std::ranges::find(formula_functions, name, &FormulaFunction::name) != formula_functions.end();
}

Formula::Formula(std::string_view text, std::span<const std::string> names, std::span<const std::string> outcomes)
    : code_(FormulaReader(text, names, outcomes).read()) {
    std::size_t waiting = 0;
    for (const Code& code : code_) {
        waiting += 1 - operands(code.step);
        depth_ = std::max(depth_, waiting);
    }
}

double Formula::value(const Place& place) const {
    constexpr std::size_t usual_depth = 64;
    std::array<double, usual_depth> few;
    std::vector<double> many(depth_ > usual_depth ? depth_ : 0);
    double* const stack = many.empty() ? few.data() : many.data();
    std::size_t top = 0;
    for (const Code& code : code_) {
        const std::size_t taken = operands(code.step);
        top -= taken;
        double& out = stack[top++];
        switch (code.step) {
            case Step::number: out = code.number; break;
            case Step::name: out = place.values[code.place]; break;
            case Step::year: out = place.year; break;
            case Step::lag: out = place.before.empty() ? out : place.before[code.place]; break;
            case Step::clamp: out = clamped(out, stack[top], stack[top + 1]); break;
            case Step::choose: out = std::isnan(out) ? undefined : out != 0 ? stack[top] : stack[top + 1]; break;
            default: out = taken == 1 ? single_value(code.step, out) : pair_value(code.step, out, stack[top]);
        }
    }
    return stack[0];
}

}  // namespace tarazy
