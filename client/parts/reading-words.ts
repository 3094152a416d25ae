/** What stands where kept things will be, from the server's page until the script has read them. */
export const READING = 'Reading what this browser keeps. If nothing more appears, reload the page.'
