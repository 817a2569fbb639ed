// Any table of memberships, on to bridges between two blocs over five years: tables with probabilities, or an error of
// ours. The first byte chooses how contradictions and years are read.
// Run: build/fuzz/bridge_history -max_total_time=60 -max_len=4096 fuzz/corpus/bridge_history

#include "network/bridging/bridge_history.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include "fuzz_fault.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tarazy;

BridgeHistoryOptions bridge_options(std::uint8_t choice) {
    BridgeHistoryOptions options;
    options.first = 2000;
    options.last = 2004;
    options.states = {"KAZ", "MNG"};
    options.blocs = {{"russia", {"RUS", "BLR"}}, {"china", {"CHN"}}, {"west", {"USA", "DEU"}}};
    options.windows = {{2000, 2002}, {2003, 2004}};
    options.pictured = "KAZ";
    options.rule.policy = static_cast<SourcePolicy>(choice % 4);
    options.rule.moment = static_cast<YearMoment>(choice / 4 % 3);
    options.rule.carry_forward = (choice & 0x80U) != 0;
    options.peers = 3;
    options.draws = 9;
    options.threads = 1;
    return options;
}

void check_probabilities(const Table& table, const char* name) {
    if (!table.find(name)) return;
    const Column& column = table[name];
    for (std::size_t row = 0; row < column.size(); ++row) {
        const double value = column.missing(row) ? 0 : require_reals(table, name)[row];
        require(value >= 0 && value <= 1, "a probability lies in [0,1]");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    try {
        const Table table = read_csv({reinterpret_cast<const char*>(data + 1), size - 1}, "memberships.csv");
        std::vector<std::string> warnings;
        const AffiliationRecord record =
            affiliation_record(read_membership_spells(table, {.leave_out_faulty = true}, warnings));
        const BridgeHistory history = bridge_history(record, bridge_options(data[0]));
        for (const Table* each : {&history.years, &history.pairs, &history.windows, &history.standings,
                                  &history.institutions, &history.cards})
            require_whole(*each);
        for (const char* name : {"exceeds", "bridges_p", "liaisons_p"}) check_probabilities(history.years, name);
    } catch (const InputError&) {
    } catch (const LimitError&) {
    } catch (const UsageError&) {  // no institution of the table has the status `member`
    }
    return 0;
}
