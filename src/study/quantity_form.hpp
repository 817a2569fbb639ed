#pragma once

#include "study/method.hpp"

#include <string_view>

namespace tarazy {

/// Whether a quantity, as a test names it, is of this form: what stands in < > is any text of one character or more,
/// dots included (names of poles and of data may hold them), `<year>` is four digits. A `<` that no `>` closes stands
/// for itself. O(length of the form x length of the quantity).
[[nodiscard]] bool matches(const QuantityForm& form, std::string_view quantity);

/// The first form that the quantity is of; nullptr when there is none. O(forms x lengths).
[[nodiscard]] const QuantityForm* fitting_form(const std::vector<QuantityForm>& forms, std::string_view quantity);

}  // namespace tarazy
