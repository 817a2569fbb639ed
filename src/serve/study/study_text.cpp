#include "serve/study/study_text.hpp"

#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "serve/request.hpp"

#include <nlohmann/json.hpp>

#include <mutex>

namespace tarazy {

StudyText study_text_of(const std::string& file) {
    StudyText study{read_file(file), ""};
    study.version = sha256_hex(study.text);
    return study;
}

StudyText save_study_text(const std::string& file, const std::string& seen, const std::string& text) {
    // Two tabs that save at once: the second one finds the text of the first.
    static std::mutex one_at_a_time;
    const std::scoped_lock lock(one_at_a_time);
    const StudyText now = study_text_of(file);
    if (now.version != seen)
        throw RefusedRequest{409, "study.toml has been changed meanwhile, here or in another program.",
                             nlohmann::json{{"text", now.text}, {"version", now.version}}.dump(
                                 -1, ' ', false, nlohmann::json::error_handler_t::replace)};
    if (text != now.text) write_file_atomically(file, text);
    return {text, sha256_hex(text)};
}

}  // namespace tarazy
