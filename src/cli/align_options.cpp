#include "cli/align_options.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

std::vector<int> numbers_of(const std::string& code) {
    if (const auto number = parse_integer(code)) return {static_cast<int>(*number)};
    std::set<int> numbers;
    std::vector<std::string> known;
    for (const State& state : all_states()) {
        if (!state.iso3.empty()) known.push_back(state.iso3);
        if (state.iso3 == code && state.cow) numbers.insert(*state.cow);
    }
    if (numbers.empty()) {
        throw UsageError("there is no state '" + code + "' with a COW number; give COW numbers or ISO alpha-3 codes; " +
                         name_hint(code, known));
    }
    return {numbers.begin(), numbers.end()};
}

}  // namespace

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::vector<int> parse_states(const std::string& text) {
    std::vector<int> states;
    if (text.empty()) return states;
    for (const std::string& code : split(text, ',')) {
        const std::vector<int> numbers = numbers_of(code);
        states.insert(states.end(), numbers.begin(), numbers.end());
    }
    return states;
}

std::vector<PoleMembers> parse_poles(const std::string& text) {
    std::vector<PoleMembers> poles;
    for (const std::string& part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        const std::string id = part.substr(0, equals);
        const std::string members = equals == std::string::npos ? id : part.substr(equals + 1);
        if (id.empty() || members.empty()) {
            throw UsageError("'" + part + "' is no pole; write RUS or WEST=USA+GBR+FRA+DEU");
        }
        poles.push_back({id, split(members, '+')});
    }
    return poles;
}

std::vector<YearWindow> parse_windows(const std::string& text) {
    std::vector<YearWindow> windows;
    if (text.empty()) return windows;
    for (const std::string& part : split(text, ',')) {
        const std::size_t dash = part.find('-');
        const auto first = parse_integer(part.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(part.substr(dash + 1));
        if (!first || !last || *last < *first || *first < 0 || *last > 9999) {
            throw UsageError("'" + part + "' is no span of years; write 1992-2001");
        }
        windows.push_back({static_cast<int>(*first), static_cast<int>(*last)});
    }
    return windows;
}

std::vector<Table> read_inputs(Session& session, std::span<const std::string> paths) {
    std::vector<Table> tables;
    for (const std::string& path : paths) tables.push_back(read_input(session, path));
    return tables;
}

void warn_all(Session& session, const std::vector<std::string>& messages) {
    // One line a fact: years without a member would otherwise fill the screen.
    std::set<std::string> told;
    for (const std::string& message : messages) {
        if (told.insert(message).second) warn(session, message);
    }
}

void add_vote_options(CLI::App& app, VoteInputs& inputs) {
    app.add_option("--votes", inputs.votes, votes_help);
    app.add_option("--roll-calls", inputs.roll_calls, "roll calls: rcid,session,...; several files are joined");
    app.add_option("--sessions", inputs.sessions, "only these sessions: 69, 46-74 or 60,69-71");
    app.add_option("--block", inputs.block,
                   "column of the roll calls whose equal values are resampled together, such as date");
}

VoteTables read_vote_tables(Session& session, const VoteInputs& inputs) {
    VoteTables tables = from_undl_layout(read_inputs(session, inputs.votes), read_inputs(session, inputs.roll_calls));
    warn_all(session, tables.warnings);
    return tables;
}

VoteData read_votes(Session& session, const VoteInputs& inputs) {
    const std::vector<int> sessions = inputs.sessions.empty() ? std::vector<int>() : parse_sessions(inputs.sessions);
    const VoteTables tables = read_vote_tables(session, inputs);
    if (!inputs.block.empty() && tables.roll_calls.empty()) throw UsageError("--block names a column of --roll-calls");
    return load_votes(tables.votes, tables.roll_calls, sessions, inputs.block);
}

}  // namespace tarazy
