#pragma once

#include "report/messages.hpp"

#include <string_view>

namespace tarazy {

/// What a parameter of a method is for: the message `parameter.<method>.<parameter>`, or, where methods of a family
/// mean the same by it, `parameter.<family>.<parameter>`.
/// @param method  "align.shares"
/// @throws std::logic_error if there is no such message (the conformance test finds it before)
[[nodiscard]] LocalText parameter_words(const Messages& messages, std::string_view method, std::string_view parameter);

}  // namespace tarazy
