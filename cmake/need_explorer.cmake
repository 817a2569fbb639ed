# Stops the build with a sentence when a file that npm makes is not there.
if(NOT EXISTS "${FILE}")
    message(FATAL_ERROR "${FILE} is missing: run ./tarazy once, or 'npm ci && npm run build' in explorer/")
endif()
