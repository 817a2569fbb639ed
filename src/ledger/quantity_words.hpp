#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// What a quantity measures, in a sentence for readers who do not know its name; the name itself, with blanks for
/// underscores, where we have no sentence for it.
[[nodiscard]] std::string quantity_words(std::string_view quantity);

}  // namespace tarazy
