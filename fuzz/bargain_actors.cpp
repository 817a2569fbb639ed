// Files of actors in either layout: any text is read or refused, and what was read can bargain.

#include "base/error.hpp"
#include "simulate/bargain/bargain_tables.hpp"
#include "simulate/bargain/read_actors.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const tarazy::ActorsRead read =
            tarazy::actors_of_text({reinterpret_cast<const char*>(data), size}, "actors.csv", {.least_actors = 3});
        if (read.actors.count() > 12 || read.actors.issues.size() > 6) return 0;
        tarazy::SmpOptions smp;
        smp.max_turns = 4;
        tarazy::BdmOptions bdm;
        bdm.rounds = 4;
        (void)tarazy::course_table(tarazy::courses_by_model(read.actors, smp, bdm, tarazy::RunDraws(1, 0)));
    } catch (const tarazy::InputError&) {
    } catch (const tarazy::LimitError&) {
    }
    return 0;
}
