"""`python -m clapometer` is the command `clapometer`."""

from clapometer.cli.main import main

if __name__ == "__main__":
    main(prog_name="clapometer")
