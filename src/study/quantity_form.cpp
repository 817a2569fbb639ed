#include "study/quantity_form.hpp"

#include <algorithm>

namespace tarazy {
namespace {

enum class FormPiece { letter, any, digit };

struct FormStep {
    FormPiece piece = FormPiece::letter;
    char letter = 0;
};

/// The form letter by letter; `<year>` is four digits.
std::vector<FormStep> steps_of(std::string_view form) {
    std::vector<FormStep> steps;
    while (!form.empty()) {
        const std::size_t end = form.front() == '<' ? form.find('>') : std::string_view::npos;
        if (end == std::string_view::npos) {
            steps.push_back({FormPiece::letter, form.front()});
            form.remove_prefix(1);
            continue;
        }
        if (form.substr(0, end + 1) == "<year>") {
            steps.insert(steps.end(), 4, {FormPiece::digit, 0});
        } else {
            steps.push_back({FormPiece::any, 0});
        }
        form.remove_prefix(end + 1);
    }
    return steps;
}

}  // namespace

bool matches(const QuantityForm& form, std::string_view quantity) {
    // Most forms of a method already begin otherwise.
    if (!quantity.starts_with(std::string_view(form.text).substr(0, form.text.find('<')))) return false;
    // reached[i]: the first i steps can be the letters read so far. `any` has taken one letter or more.
    const std::vector<FormStep> steps = steps_of(form.text);
    std::vector<char> reached(steps.size() + 1, 0);
    reached[0] = 1;
    for (const char letter : quantity) {
        for (std::size_t i = steps.size(); i > 0; --i) {
            const FormStep& step = steps[i - 1];
            if (step.piece == FormPiece::any) {
                reached[i] = reached[i] != 0 || reached[i - 1] != 0 ? 1 : 0;
                continue;
            }
            const bool fits = step.piece == FormPiece::digit ? letter >= '0' && letter <= '9' : letter == step.letter;
            reached[i] = fits ? reached[i - 1] : 0;
        }
        reached[0] = 0;
    }
    return reached[steps.size()] != 0;
}

const QuantityForm* fitting_form(const std::vector<QuantityForm>& forms, std::string_view quantity) {
    const auto found = std::ranges::find_if(forms, [&](const QuantityForm& form) { return matches(form, quantity); });
    return found == forms.end() ? nullptr : &*found;
}

}  // namespace tarazy
