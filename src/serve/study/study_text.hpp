#pragma once

#include "study/edit_study.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// study.toml as it lies in its folder.
struct StudyText {
    std::string text;
    std::string version;  ///< SHA-256 of the text: who saves says which one was seen
};

/// @throws FileError
[[nodiscard]] StudyText study_text_of(const std::string& file);

/// Puts a text in the place of the file, if the file is still the one that was seen.
/// @throws RefusedRequest (409, with what is there now) if somebody else has changed it meanwhile; FileError
StudyText save_study_text(const std::string& file, const std::string& seen, const std::string& text);

}  // namespace tarazy
