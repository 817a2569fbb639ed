#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/sentence_language.hpp"
#include "cli/text/text_input.hpp"
#include "study/parameters.hpp"
#include "text/codes/code_sentences.hpp"
#include "text/codes/code_shares.hpp"
#include "text/codes/denied_sentences.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct CodesWords {
    std::string documents, codebook, states, windows, anchors, rivals, group, language, show = "shares";
    app.add_option("--negated", words->negated,
                   "sentences that only deny a code: counted and told apart (--show denied), within: counted like "
                   "others, drop: left out")
        ->check(CLI::IsMember({"apart", "within", "drop"}))
        ->capture_default_str();
    app.add_option("--show", words->show, "which table")
        ->check(CLI::IsMember({"shares", "with", "rivals", "standings", "years", "sentences", "denied"}))
        ->capture_default_str();
}

}  // namespace tarazy
